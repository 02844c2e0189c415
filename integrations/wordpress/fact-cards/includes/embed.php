<?php
/**
 * An allowed address on a line of its own becomes its cards, as with any provider of oEmbed: in the classic editor and in
 * the block “Embed”, for authors too. There is no frame: the facts stand in the article.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register_addresses' );

/** Tells WordPress of each allowed address. */
function register_addresses(): void {
	foreach ( settings()['addresses'] as $at => $allowed ) {
		$pattern = '~\A' . preg_quote( rtrim( $allowed, '/' ), '~' ) . '([/?#]\S*)?\z~i';
		// Before the providers of WordPress, which go by patterns as well.
		wp_embed_register_handler( 'fact-cards-' . $at, $pattern, __NAMESPACE__ . '\embedded', 5 );
	}
}

/**
 * What an address becomes. In an article WordPress still makes paragraphs and typographic quotation marks of what stands
 * here, but leaves shortcodes alone until all that is done.
 *
 * @param string[] $found What the pattern has found: the address.
 */
function embedded( array $found ) {
	$address = html_entity_decode( $found[0], ENT_QUOTES, 'UTF-8' );
	if ( null === parts( $address ) || preg_match( '/["\'\[\]<>]/', $address ) ) {
		return false;
	}
	// The editor asks what it would show.
	if ( ! doing_filter( 'the_content' ) && ! doing_filter( 'widget_text_content' ) && ! doing_filter( 'widget_block_content' ) ) {
		return element( array( 'address' => $address ) );
	}
	return '[' . SHORTCODE . ' url="' . esc_attr( $address ) . '"]';
}
