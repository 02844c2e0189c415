<?php
/**
 * The script of the site that the cards come from: it makes search, filters and views work when a reader wants them.
 * Without it the facts can be read, opened and filtered by kind.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

/**
 * Has a page bring a script, once.
 *
 * @param string $address Its address, within an allowed site.
 */
function bring_loader( string $address ): void {
	static $brought = array();
	if ( '' === $address || ! settings()['script'] || isset( $brought[ $address ] ) ) {
		return;
	}
	$brought[ $address ] = true;
	// Since WordPress 6.5. Without a version: the address is what the scripts of other ways of embedding have, too.
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'fact-cards-' . md5( $address ), $address, array(), null ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- See above.
		return;
	}
	add_action(
		'wp_footer',
		static function () use ( $address ) {
			// It goes through `wp_script_attributes`, where policies add their nonce.
			wp_print_script_tag(
				array(
					'type'  => 'module',
					'async' => true,
					'src'   => esc_url_raw( $address ),
				)
			);
		}
	);
}
