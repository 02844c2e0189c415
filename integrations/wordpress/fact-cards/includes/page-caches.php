<?php
/**
 * Pages that a cache keeps show the old facts until it hears that something has changed.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

/** How many posts are told to caches one by one. */
const MOST_POSTS = 200;

/**
 * Tells caches of every post with an address in it: those of pages listen to `clean_post_cache`. Whoever caches in
 * another way has `fact_cards_changed`.
 *
 * @param string $address The address as it stands in posts.
 */
function tell_page_caches( string $address ): void {
	global $wpdb;
	// As it stands in text, and in the comment of a block.
	$plain   = '%' . $wpdb->esc_like( $address ) . '%';
	$escaped = '%' . $wpdb->esc_like( str_replace( '&', '&amp;', $address ) ) . '%';
	$ids     = $wpdb->get_col( $wpdb->prepare( "SELECT ID FROM $wpdb->posts WHERE post_status = 'publish' AND ( post_content LIKE %s OR post_content LIKE %s ) ORDER BY ID DESC LIMIT %d", $plain, $escaped, MOST_POSTS ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Only when facts have changed; a search of WordPress's looks at words.
	$ids     = array_map( 'intval', $ids );
	foreach ( $ids as $id ) {
		clean_post_cache( $id );
	}
	/**
	 * Facts have changed.
	 *
	 * @param string $address Where they come from.
	 * @param int[]  $ids     The published posts with them, the newest first, 200 at most.
	 */
	do_action( 'fact_cards_changed', $address, $ids );
}
