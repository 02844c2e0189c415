<?php
/**
 * What was fetched, kept for good: two options for each address and language. One is small and says how it went last; the
 * other has the last good facts and is written only when they change, so that nothing is lost when a source is gone.
 * Neither is loaded where it is not needed.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

const STATE_PREFIX = 'fact_cards_state_';
const FACTS_PREFIX = 'fact_cards_facts_';

/** Beside the settings these are all options of ours. */
const LOCK_PREFIX = 'fact_cards_lock_';

/** How long somebody who fetches keeps others from it, in seconds. */
const LOCK_SECONDS = 20;

/**
 * The name under which something is kept.
 *
 * @param string $address  The address, without what it requests of the cards.
 * @param string $language The language that somebody asked for; '' for any.
 * @param string $card     The only card that is wanted; '' for all.
 */
function key_of( string $address, string $language, string $card ): string {
	return md5( $address . '|' . $language . '|' . $card );
}

/**
 * How it went last. `checked` and `changed` are times, `tag` and `snippet` are those of the file, `problem` is a code and
 * what it is about.
 *
 * @param string $key What key_of() gives.
 * @return array{address: string, language: string, card: string, checked: int, used: int, changed: int, tag: string, snippet: string, allowed: string, problem: array{string, string}|null}|null
 */
function state( string $key ): ?array {
	$state = get_option( STATE_PREFIX . $key );
	return is_array( $state ) && isset( $state['address'], $state['language'], $state['card'], $state['checked'] ) ? $state : null;
}

/**
 * Keeps how it went.
 *
 * @param string $key   What key_of() gives.
 * @param array  $state As state() gives it.
 */
function keep_state( string $key, array $state ): void {
	update_option( STATE_PREFIX . $key, $state, false );
}

/**
 * The last good facts: what read_snippet() gives. Null where there have never been any.
 *
 * @param string $key What key_of() gives.
 */
function kept_facts( string $key ): ?array {
	$facts = get_option( FACTS_PREFIX . $key );
	return is_array( $facts ) && isset( $facts['cards'], $facts['title'], $facts['link'] ) ? $facts : null;
}

/**
 * Keeps facts; whether they are others than before.
 *
 * @param string $key   What key_of() gives.
 * @param array  $facts What read_snippet() gives.
 */
function keep_facts( string $key, array $facts ): bool {
	return update_option( FACTS_PREFIX . $key, $facts, false );
}

/**
 * All that is kept, by its key.
 *
 * @return array<string, array>
 */
function all_states(): array {
	global $wpdb;
	$names  = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s ORDER BY option_name", $wpdb->esc_like( STATE_PREFIX ) . '%' ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WordPress has no other way to find options by the beginning of their name.
	$states = array();
	foreach ( $names as $name ) {
		$key            = substr( $name, strlen( STATE_PREFIX ) );
		$states[ $key ] = state( $key );
	}
	return array_filter( $states );
}

/**
 * Forgets one address, its facts too.
 *
 * @param string $key What key_of() gives.
 */
function forget( string $key ): void {
	delete_option( STATE_PREFIX . $key );
	delete_option( FACTS_PREFIX . $key );
	delete_transient( LOCK_PREFIX . $key );
}

/**
 * Keeps others from fetching the same meanwhile; false where somebody is at it already.
 *
 * @param string $key What key_of() gives.
 */
function lock( string $key ): bool {
	if ( false !== get_transient( LOCK_PREFIX . $key ) ) {
		return false;
	}
	set_transient( LOCK_PREFIX . $key, 1, LOCK_SECONDS );
	return true;
}

/**
 * Lets others fetch again.
 *
 * @param string $key What key_of() gives.
 */
function unlock( string $key ): void {
	delete_transient( LOCK_PREFIX . $key );
}
