<?php
/**
 * What an administrator sets.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

const OPTION        = 'fact_cards_settings';
const SECRET_OPTION = 'fact_cards_secret';

/** How often the source is asked, in minutes, where nobody has said so. */
const USUAL_MINUTES = 10;

/**
 * All settings.
 *
 * @return array{addresses: string[], minutes: int, script: bool}
 */
function settings(): array {
	$set = get_option( OPTION, array() );
	$set = is_array( $set ) ? $set : array();
	return array(
		'addresses' => array_values( array_filter( (array) ( $set['addresses'] ?? array() ), 'is_string' ) ),
		'minutes'   => min( 1440, max( 1, (int) ( $set['minutes'] ?? USUAL_MINUTES ) ) ),
		'script'    => (bool) ( $set['script'] ?? true ),
	);
}

/** How old facts may become before the source is asked, in seconds. */
function lifetime(): int {
	return settings()['minutes'] * MINUTE_IN_SECONDS;
}

/** What a webhook has to know. It is made when somebody first looks. */
function secret(): string {
	$secret = (string) get_option( SECRET_OPTION, '' );
	return '' === $secret ? new_secret() : $secret;
}

/** Another secret; whoever knew the last one knows nothing now. */
function new_secret(): string {
	$secret = wp_generate_password( 40, false );
	update_option( SECRET_OPTION, $secret, false );
	return $secret;
}

/** Whether an administrator of the server permits addresses in its own network. */
function allows_local(): bool {
	return defined( 'FACT_CARDS_ALLOW_LOCAL' ) && FACT_CARDS_ALLOW_LOCAL;
}
