<?php
/**
 * The block “Fact cards”. In the post stands what an editor wants and a link; the cards are made when the page is shown.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

const EDITOR_SCRIPT = 'fact-cards-editor';

add_action( 'init', __NAMESPACE__ . '\register_block' );

/** Registers block and script. */
function register_block(): void {
	$needs = array( 'wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-url' );
	wp_register_script( EDITOR_SCRIPT, plugins_url( 'block/editor.js', FILE ), $needs, VERSION, true );
	register_block_type( dirname( FILE ) . '/block', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
}

add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\words_for_the_editor' );

/** Gives the script its words, in the language of whoever writes, and the allowed addresses. */
function words_for_the_editor(): void {
	$given = array(
		'allowed' => settings()['addresses'],
		'words'   => array(
			'address'      => __( 'Address', 'fact-cards' ),
			'addressHelp'  => __( 'Of the page where the cards are, such as https://cards.example/.', 'fact-cards' ),
			'allowed'      => __( 'Allowed addresses:', 'fact-cards' ),
			'noneAllowed'  => __( 'No address is allowed yet: an administrator adds them in Settings → Fact cards.', 'fact-cards' ),
			'show'         => __( 'Show cards', 'fact-cards' ),
			'waiting'      => __( 'The cards are on their way.', 'fact-cards' ),
			'failed'       => __( 'The preview could not be fetched. Check your connection.', 'fact-cards' ),
			'language'     => __( 'Language', 'fact-cards' ),
			'languageHelp' => __( 'Such as “en”. Without it the language of this site counts, then the first of the story.', 'fact-cards' ),
			'view'         => __( 'View', 'fact-cards' ),
			'viewHelp'     => __( 'Other views than cards need the script of the site; the preview shows cards.', 'fact-cards' ),
			'views'        => array(
				'cards'    => __( 'Cards', 'fact-cards' ),
				'timeline' => __( 'Timeline', 'fact-cards' ),
				'map'      => __( 'Map', 'fact-cards' ),
				'figures'  => __( 'Figures', 'fact-cards' ),
				'sources'  => __( 'Sources', 'fact-cards' ),
			),
			'which'        => __( 'Which cards', 'fact-cards' ),
			'whichHelp'    => __( 'None chosen shows all.', 'fact-cards' ),
			'source'       => __( 'Source', 'fact-cards' ),
		),
	);
	wp_add_inline_script( EDITOR_SCRIPT, 'window.factCards = ' . wp_json_encode( $given, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
}

/**
 * What readers get of a block.
 *
 * @param array $attributes What an editor wants.
 */
function render_block( $attributes ): string {
	$html = element(
		array_filter(
			array(
				'address'  => trim( (string) ( $attributes['address'] ?? '' ) ),
				'language' => trim( (string) ( $attributes['language'] ?? '' ) ),
				'only'     => ids( $attributes['only'] ?? array() ),
				'view'     => (string) ( $attributes['view'] ?? '' ),
				'title'    => (string) ( $attributes['title'] ?? '' ),
			)
		)
	);
	return '' === $html ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $html . '</div>';
}
