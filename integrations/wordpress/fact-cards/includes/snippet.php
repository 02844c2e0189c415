<?php
/**
 * The snippet of a site, `snippet/en.html`: what of it goes into an article.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

/**
 * Reads a snippet.
 *
 * @param string $html    What is at the address.
 * @param string $address The address.
 * @return array{title: string, link: string, language: string, src: string, loader: string, style: string, cards: string, names: array<string, string>}|\WP_Error
 */
function read_snippet( string $html, string $address ) {
	$document = document( $html );
	$element  = null === $document ? null : $document->getElementsByTagName( 'fact-cards' )->item( 0 );
	if ( null === $element ) {
		return problem( 'not-ours', $address );
	}
	$find  = new \DOMXPath( $document );
	$mount = $find->query( './/template/div[contains(concat(" ", @class, " "), " fact-cards-mount ")]', $element )->item( 0 );
	if ( null === $mount || 0 === $find->query( './/article[@data-card]', $mount )->length || 0 !== $find->query( './/article//article', $mount )->length ) {
		return problem( 'version', VERSION );
	}
	$style  = $find->query( './/template/style', $element )->item( 0 );
	$link   = $find->query( './a[@href]', $element )->item( 0 );
	$loader = $find->query( '//script[@src]' )->item( 0 );
	$names  = array();
	foreach ( $find->query( './/article[@data-card]', $mount ) as $card ) {
		$name = $find->query( './/*[contains(concat(" ", @class, " "), " name ")]', $card )->item( 0 );

		$names[ $card->getAttribute( 'data-card' ) ] = null === $name ? $card->getAttribute( 'data-card' ) : trim( $name->textContent );
	}
	return array(
		'title'    => null === $link ? '' : trim( $link->textContent ),
		'link'     => null === $link ? '' : absolute( $link->getAttribute( 'href' ), $address ),
		'language' => preg_match( LANGUAGE, $element->getAttribute( 'lang' ) ) ? $element->getAttribute( 'lang' ) : '',
		'src'      => within( $element->getAttribute( 'src' ), $address ),
		'loader'   => null === $loader ? '' : within( $loader->getAttribute( 'src' ), $address ),
		'style'    => null === $style ? '' : tamed_style( $style->textContent ),
		'cards'    => tamed( $mount, $address ),
		'names'    => $names,
	);
}

/**
 * Only these cards, in the order in which they are named, with the list of sources by which their marks are understood and
 * the way to the others, and without what chooses among cards: what the element makes of `only`.
 *
 * @param array    $facts What read_snippet() gives, of all cards or of the only one.
 * @param string[] $ids   Ids of cards.
 */
function only_cards( array $facts, array $ids ): string {
	// It was written by tamed(): cards do not lie in each other, and no value has a `>`.
	if ( ! preg_match( '~\A(<div [^>]*)>(<section [^>]*)>~', $facts['cards'], $start ) ) {
		return '';
	}
	// The site has made it so.
	if ( false !== strpos( $start[2], ' data-bare=' ) ) {
		return $facts['cards'];
	}
	$kept = array();
	preg_match_all( '~<article [^>]*?data-card="([^"]*)".*?</article>~s', $facts['cards'], $articles, PREG_SET_ORDER );
	foreach ( $articles as $article ) {
		$at = array_search( html_entity_decode( $article[1], ENT_QUOTES, 'UTF-8' ), $ids, true );
		if ( false !== $at ) {
			// Which of all cards stand before the button “Show all” says nothing here.
			$kept[ $at ] = preg_replace( '~\A(<article [^>]*?) data-rest="[^"]*"~', '$1', $article[0] );
		}
	}
	if ( array() === $kept ) {
		return '';
	}
	ksort( $kept );
	$about = '';
	// How many facts the story has says nothing of these cards.
	if ( preg_match( '~(<details class="about"><summary>).*?(</summary>.*?</details>)~s', $facts['cards'], $found ) ) {
		$about = $found[1] . text( $facts['title'] ) . $found[2];
	}
	$whole = '' === $facts['link'] ? '' : '<p class="whole"><a href="' . text( $facts['link'] ) . '">' . text( $facts['title'] ) . '</a></p>';
	// The title is gone.
	$section = str_replace( ' aria-labelledby="title"', '', $start[2] );
	return $start[1] . ' data-only="' . text( implode( ',', $ids ) ) . '">' . $section . ' data-bare=""><div class="cards">' . implode( '', $kept ) . '</div>' . $about . $whole . '</section></div>';
}

/**
 * An address that a snippet names, where that is in its own site; '' for any other.
 *
 * @param string $named   What stands in the snippet.
 * @param string $address The address of the snippet.
 */
function within( string $named, string $address ): string {
	$named = '' === $named ? '' : absolute( $named, $address );
	$parts = parts( $named );
	$own   = parts( $address );
	return null !== $parts && null !== $own && origin( $parts ) === origin( $own ) ? $named : '';
}
