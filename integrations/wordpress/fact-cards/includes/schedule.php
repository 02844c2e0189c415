<?php
/**
 * Asks the sources as often as an administrator has set, by the schedule of WordPress. Where nobody visits the site that
 * is late; the first reader then gets fresh facts all the same (facts.php).
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

const REFRESH_HOOK = 'fact_cards_refresh';
const INTERVAL     = 'fact_cards_interval';

/** What no page has shown for so long is not asked for any more. It is kept. */
const UNUSED_SECONDS = 60 * DAY_IN_SECONDS;

/** How long one run may take, in seconds: the next one goes on with what was not looked at for longest. */
const RUN_SECONDS = 50;

add_filter( 'cron_schedules', __NAMESPACE__ . '\add_interval' ); // phpcs:ignore WordPress.WP.CronInterval.ChangeDetected -- As often as an administrator wants it.
add_action( 'init', __NAMESPACE__ . '\ensure_schedule' );
add_action( REFRESH_HOOK, __NAMESPACE__ . '\refresh_all' );
register_deactivation_hook( FILE, __NAMESPACE__ . '\end_schedule' );
// Another time is kept from now on.
add_action( 'update_option_' . OPTION, __NAMESPACE__ . '\end_schedule' );

/**
 * Adds the interval that an administrator has set.
 *
 * @param array $schedules Those that there are.
 */
function add_interval( $schedules ) {
	$schedules[ INTERVAL ] = array(
		'interval' => lifetime(),
		'display'  => 'Fact cards',
	);
	return $schedules;
}

/** Begins the schedule, where there is something to ask for. */
function ensure_schedule(): void {
	if ( array() !== settings()['addresses'] && false === wp_next_scheduled( REFRESH_HOOK ) ) {
		wp_schedule_event( time() + lifetime(), INTERVAL, REFRESH_HOOK );
	}
}

/** Ends it. The next page begins it anew, unless the plugin is not active any more. */
function end_schedule(): void {
	wp_clear_scheduled_hook( REFRESH_HOOK );
}

/** Asks for everything that is used and not fresh. */
function refresh_all(): void {
	$until  = time() + RUN_SECONDS;
	$states = all_states();
	uasort(
		$states,
		static function ( array $a, array $b ): int {
			return $a['checked'] <=> $b['checked'];
		}
	);
	foreach ( $states as $state ) {
		if ( time() >= $until ) {
			return;
		}
		if ( time() - $state['used'] < UNUSED_SECONDS ) {
			// A run that comes a little early counts.
			facts( $state['address'], $state['language'], EDITOR_SECONDS, (int) ( lifetime() * 0.9 ), $state['card'] );
		}
	}
}
