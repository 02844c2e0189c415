<?php
/**
 * What the tests need in WordPress: to be logged in by `?as=author`, to see a theme by `?theme=twentytwentyone`, and a page
 * as a caching plugin makes it smaller by `?smaller`.
 *
 * @package FactCards
 */

add_action(
	'init',
	static function () {
		$user = isset( $_GET['as'] ) ? get_user_by( 'login', $_GET['as'] ) : false;
		if ( $user ) {
			wp_set_auth_cookie( $user->ID );
			wp_safe_redirect( remove_query_arg( 'as' ) );
			exit;
		}
	},
	0
);

/** Tests log in at the same time: sessions that are written down would overwrite each other. */
final class Every_Session extends WP_Session_Tokens {
	protected function get_sessions() {
		return array();
	}
	protected function get_session( $verifier ) {
		return array( 'expiration' => time() + HOUR_IN_SECONDS );
	}
	protected function update_session( $verifier, $session = null ) {}
	protected function destroy_other_sessions( $verifier ) {}
	protected function destroy_all_sessions() {}
	public static function drop_sessions() {}
}

add_filter(
	'session_token_manager',
	static function () {
		return 'Every_Session';
	}
);

foreach ( array( 'template', 'stylesheet' ) as $name ) {
	add_filter(
		$name,
		static function ( $theme ) {
			return isset( $_GET['theme'] ) ? (string) $_GET['theme'] : $theme;
		}
	);
}

add_action(
	'template_redirect',
	static function () {
		if ( isset( $_GET['smaller'] ) ) {
			ob_start( 'smaller' );
		}
	}
);

/**
 * What minifiers of HTML have in common: comments, white space and needless quotation marks go.
 *
 * @param string $html A page.
 */
function smaller( string $html ): string {
	$parts = preg_split( '~(<script.*?</script>)~s', $html, -1, PREG_SPLIT_DELIM_CAPTURE );
	foreach ( $parts as $at => $part ) {
		// A script is left alone: a line may end in a comment.
		if ( 0 === $at % 2 ) {
			$part         = preg_replace( '/<!--(?!\[if).*?-->/s', '', $part );
			$part         = preg_replace( '/\s+/', ' ', $part );
			$part         = preg_replace( '/> +</', '><', $part );
			$parts[ $at ] = preg_replace( '/(<[^>]* [a-z-]+)="([A-Za-z0-9_-]+)"/', '$1=$2', $part );
		}
	}
	return implode( '', $parts );
}
