<?php
/**
 * Reads HTML of another site and writes what of it may stand. What comes out is made of allowed names and escaped text
 * only, so it cannot mean anything else, however a browser nests it.
 *
 * `DOMDocument` reads it: WordPress 6.1 has no parser of its own. (That of 6.2 walks over tags and cannot remove any.)
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

/** Elements without an end tag. `path` is none of them in HTML, where it stands in a drawing. */
const EMPTY_ELEMENTS = array( 'input' );

/** How deep elements may lie in each other. Our own reach 20. */
const DEPTH = 100;

/**
 * A document of some HTML, or null where there is nothing to be read.
 *
 * @param string $html HTML in UTF-8.
 */
function document( string $html ): ?\DOMDocument {
	if ( '' === $html || false !== strpos( $html, "\0" ) || ! preg_match( '//u', $html ) ) {
		return null;
	}
	$document = new \DOMDocument();
	$before   = libxml_use_internal_errors( true );
	// Without this it would be taken for Latin-1. Elements newer than HTML 4 are errors to it, which do no harm.
	$read = $document->loadHTML( '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">' . $html, LIBXML_NONET | LIBXML_COMPACT );
	libxml_clear_errors();
	libxml_use_internal_errors( $before );
	return $read ? $document : null;
}

/**
 * What may stand of a node, as HTML.
 *
 * @param \DOMNode $node  A node.
 * @param string   $base  The address of the page it comes from, by which its links are understood.
 * @param int      $depth How deep it lies.
 */
function tamed( \DOMNode $node, string $base, int $depth = 0 ): string {
	if ( XML_TEXT_NODE === $node->nodeType || XML_CDATA_SECTION_NODE === $node->nodeType ) {
		// Signs with which WordPress would begin a smiley.
		return preg_replace_callback(
			'/(?<!\S)[:;8](?=[^\s\d])/',
			static function ( array $sign ): string {
				return '&#' . ord( $sign[0] ) . ';';
			},
			text( $node->nodeValue )
		);
	}
	// Styles stand at the beginning of the cards and nowhere else: tamed_style().
	if ( ! $node instanceof \DOMElement || $depth > DEPTH || 'style' === $node->localName || ! preg_match( ELEMENTS, $node->localName ) ) {
		return '';
	}
	$html = '<' . $node->localName;
	foreach ( $node->attributes as $attribute ) {
		$value = tamed_value( $attribute->nodeName, $attribute->nodeValue, $base );
		if ( null !== $value ) {
			$html .= ' ' . $attribute->nodeName . '="' . text( $value ) . '"';
		}
	}
	if ( in_array( $node->localName, EMPTY_ELEMENTS, true ) ) {
		return $html . '>';
	}
	$html .= '>';
	foreach ( $node->childNodes as $child ) {
		$html .= tamed( $child, $base, $depth + 1 );
	}
	return $html . '</' . $node->localName . '>';
}

/**
 * The value of an attribute; null where it may not stand.
 *
 * @param string $name  The attribute.
 * @param string $value Its value.
 * @param string $base  The address of the page it comes from.
 */
function tamed_value( string $name, string $value, string $base ): ?string {
	// Names that would end a tag cannot be written down, whatever the list says.
	if ( ! preg_match( ATTRIBUTES, $name ) || ! preg_match( '/\A[a-z][a-z-]*\z/', $name ) ) {
		return null;
	}
	if ( isset( VALUES[ $name ] ) && ! preg_match( VALUES[ $name ], $value ) ) {
		return null;
	}
	if ( 'href' === $name && '#' !== substr( $value, 0, 1 ) ) {
		$value = absolute( $value, $base );
		return '' === $value ? null : $value;
	}
	// Where what readers share leads: into the site itself.
	if ( 'data-base' === $name ) {
		$parts = parts( $value );
		$own   = parts( $base );
		return null !== $parts && null !== $own && origin( $parts ) === origin( $own ) ? $value : null;
	}
	return $value;
}

/**
 * A style sheet that fetches nothing and ends where it should; '' where it would not.
 *
 * @param string $css A style sheet.
 */
function tamed_style( string $css ): string {
	// Sites write them as a comment, for systems that leave out elements and keep what was in them.
	$css = (string) preg_replace( '~\A\s*<!--|-->\s*\z~', '', $css );
	return preg_match( FETCHES, $css ) || preg_match( TAG, $css . ' ' ) ? '' : $css;
}

/**
 * Text as it stands in HTML, in an attribute too.
 *
 * @param string $text Any text.
 */
function text( string $text ): string {
	return str_replace( array( '&', '<', '>', '"' ), array( '&amp;', '&lt;', '&gt;', '&quot;' ), $text );
}
