<?php
/**
 * Removes what the plugin has kept, when somebody deletes it. Posts stay as they are: a block has a link in it, an address
 * is one, and a shortcode is its text.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Removes all options of one site, whatever they are called behind our prefix. */
function remove_options(): void {
	global $wpdb;
	foreach ( array( 'fact_cards_', '_transient_fact_cards_', '_transient_timeout_fact_cards_' ) as $prefix ) {
		$names = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like( $prefix ) . '%' ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WordPress has no other way to find options by the beginning of their name.
		array_map( 'delete_option', $names );
	}
	wp_clear_scheduled_hook( 'fact_cards_refresh' );
}

/** Removes all options of every site. */
function remove_all(): void {
	if ( ! is_multisite() ) {
		remove_options();
		return;
	}
	$sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $sites as $site ) {
		switch_to_blog( $site );
		remove_options();
		restore_current_blog();
	}
}

remove_all();
