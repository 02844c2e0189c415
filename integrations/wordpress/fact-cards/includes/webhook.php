<?php
/**
 * The address that whoever publishes facts calls when they have changed: a secret is asked for, and the next reader gets
 * what is there now. Settings → Fact cards shows the command.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

add_action( 'rest_api_init', __NAMESPACE__ . '\register_webhook' );

/** Registers the route. */
function register_webhook(): void {
	register_rest_route(
		REST_NAMESPACE,
		'/refresh',
		array(
			'methods'             => 'POST',
			'callback'            => __NAMESPACE__ . '\refresh',
			'permission_callback' => __NAMESPACE__ . '\knows_secret',
			'args'                => array(
				'address' => array(
					'type'    => 'string',
					'default' => '',
				),
			),
		)
	);
}

/**
 * Whether somebody knows the secret. Some hosts keep `Authorization` from PHP: hence the other header.
 *
 * @param \WP_REST_Request $request The request.
 */
function knows_secret( \WP_REST_Request $request ): bool {
	$given  = (string) ( $request->get_header( 'x-fact-cards-secret' ) ?? '' );
	$bearer = (string) ( $request->get_header( 'authorization' ) ?? '' );
	if ( '' === $given && preg_match( '/\ABearer\s+(\S+)\z/i', $bearer, $found ) ) {
		$given = $found[1];
	}
	return '' !== $given && hash_equals( secret(), $given );
}

/**
 * Takes what is kept for old: everything, or what comes from below an address.
 *
 * @param \WP_REST_Request $request The request.
 */
function refresh( \WP_REST_Request $request ): \WP_REST_Response {
	$below = allowed_form( (string) $request['address'] );
	$count = 0;
	foreach ( all_states() as $key => $state ) {
		if ( '' === (string) $request['address'] || ( null !== $below && null !== allowed_above( $state['address'], array( $below ) ) ) ) {
			$state['checked'] = 0;
			keep_state( $key, $state );
			++$count;
		}
	}
	// Caches of pages have to hear of it even where no reader comes by.
	if ( $count > 0 ) {
		wp_schedule_single_event( time(), REFRESH_HOOK );
		spawn_cron();
	}
	return new \WP_REST_Response( array( 'refreshed' => $count ), 202 );
}
