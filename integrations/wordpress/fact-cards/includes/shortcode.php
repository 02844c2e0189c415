<?php
/**
 * The shortcode `[fact-cards url="https://cards.example/" lang="en" only="neptune" view="map"]`.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

const SHORTCODE = 'fact-cards';

add_shortcode( SHORTCODE, __NAMESPACE__ . '\shortcode' );

/**
 * What it shows.
 *
 * @param array|string $given Its attributes.
 */
function shortcode( $given ): string {
	$given = shortcode_atts(
		array(
			'url'   => '',
			'lang'  => '',
			'only'  => '',
			'view'  => '',
			'title' => '',
		),
		$given,
		SHORTCODE
	);
	// The editor for text makes `&` into an entity.
	$text = static function ( string $name ) use ( $given ): string {
		return trim( html_entity_decode( (string) $given[ $name ], ENT_QUOTES, 'UTF-8' ) );
	};
	return element(
		array(
			'address'  => $text( 'url' ),
			'language' => $text( 'lang' ),
			'view'     => $text( 'view' ),
			'title'    => $text( 'title' ),
		) + ( '' === $text( 'only' ) ? array() : array( 'only' => ids( $text( 'only' ) ) ) )
	);
}
