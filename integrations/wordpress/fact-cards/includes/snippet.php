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

/**
 * Only these cards, as they stand in the article, with the list of sources by which their marks are understood, and
 * without what chooses among cards.
 *
 * @param string   $cards What tamed() gives for a mount.
 * @param string[] $ids   Ids of cards.
 * @param string   $title The title of the story: how many facts that has says nothing of these cards.
 */
function only_cards( string $cards, array $ids, string $title ): string {
	// It was written by tamed(): cards do not lie in each other, and no value has a `>`.
	if ( ! preg_match( '~\A(<div [^>]*>)(<section [^>]*>)~', $cards, $start ) ) {
		return '';
	}
	$kept = '';
	preg_match_all( '~<article [^>]*>.*?</article>~s', $cards, $articles );
	foreach ( $articles[0] as $article ) {
		if ( preg_match( '~\A<article [^>]*data-card="([^"]*)"~', $article, $card ) && in_array( html_entity_decode( $card[1], ENT_QUOTES, 'UTF-8' ), $ids, true ) ) {
			// Which of all cards stand before the button “Show all” says nothing here.
			$kept .= preg_replace( '~\A(<article [^>]*?) data-rest="[^"]*"~', '$1', $article );
		}
	}
	$about = '';
	if ( preg_match( '~(<details class="about"><summary>).*?(</summary>.*?</details>)~s', $cards, $found ) ) {
		$about = $found[1] . text( $title ) . $found[2];
	}
	return '' === $kept ? '' : $start[1] . $start[2] . '<div class="cards">' . $kept . '</div>' . $about . '</section></div>';
}
