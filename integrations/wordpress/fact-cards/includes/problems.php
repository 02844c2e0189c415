<?php
/**
 * What can be wrong with an address, and the sentence that an editor reads then. A problem is a WP_Error with a code of
 * this list and, as its data, what the sentence is about. The sentence is made where it is shown: in the language of
 * whoever reads it.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

/**
 * A problem.
 *
 * @param string $code One of the codes of sentence().
 * @param string $what What the sentence is about: an address, a language, a number.
 */
function problem( string $code, string $what = '' ): \WP_Error {
	return new \WP_Error( $code, $code, $what );
}

/**
 * What is wrong and what to do, as text.
 *
 * @param \WP_Error $problem One of ours.
 */
function sentence( \WP_Error $problem ): string {
	$what = (string) $problem->get_error_data();
	switch ( $problem->get_error_code() ) {
		case 'no-address':
			return __( 'Enter the address of a site of fact cards, such as https://cards.example/.', 'fact-cards' );
		case 'malformed':
			/* translators: %s: an address */
			return sprintf( __( '“%s” is no web address. It begins with https:// and names a host.', 'fact-cards' ), $what );
		case 'not-allowed':
			/* translators: %s: an address */
			return sprintf( __( '%s is not among the addresses that an administrator of this site allows (Settings → Fact cards).', 'fact-cards' ), $what );
		case 'own-network':
			/* translators: %s: a host */
			return sprintf( __( '%s is in the network of this server, where nothing is fetched from. An administrator can permit it with the constant FACT_CARDS_ALLOW_LOCAL.', 'fact-cards' ), $what );
		case 'unreachable':
			/* translators: %s: a host */
			return sprintf( __( '%s does not answer. Check the address; the facts come as soon as it does.', 'fact-cards' ), $what );
		case 'redirect':
			/* translators: %s: an address */
			return sprintf( __( 'The address leads on to %s, which is not followed. Use that one; an administrator must allow it.', 'fact-cards' ), $what );
		case 'not-there':
			/* translators: %s: an address */
			return sprintf( __( 'There are no fact cards at %s. Use the address of the page where the cards are.', 'fact-cards' ), $what );
		case 'refused':
			/* translators: %s: the status of an answer, such as 503 */
			return sprintf( __( 'The site of the cards answers with the error %s. The facts come as soon as it works again.', 'fact-cards' ), $what );
		case 'too-large':
			/* translators: %s: a size in mebibytes */
			return sprintf( __( 'What is at this address has more than %s MiB: these are no fact cards.', 'fact-cards' ), $what );
		case 'not-ours':
			/* translators: %s: an address */
			return sprintf( __( 'What is at %s was not made by fact-cards.', 'fact-cards' ), $what );
		case 'version':
			/* translators: %s: the version of the plugin */
			return sprintf( __( 'The cards there were made by a version of fact-cards that this plugin (%s) does not know. Build the site again or update the plugin, whichever is older.', 'fact-cards' ), $what );
		case 'language':
			/* translators: %s: a language, such as “fr” */
			return sprintf( __( 'The site does not have these cards in the language “%s”.', 'fact-cards' ), $what );
		case 'no-card':
			/* translators: %s: ids of cards */
			return sprintf( __( 'The story has no card with this id: %s.', 'fact-cards' ), $what );
		case 'view':
			/* translators: %s: what somebody wrote as a view */
			return sprintf( __( 'There is no view “%s”: it is cards, timeline, map, figures or sources.', 'fact-cards' ), $what );
		default:
			return __( 'The facts could not be fetched.', 'fact-cards' );
	}
}
