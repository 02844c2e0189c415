<?php
/**
 * What stands in an article: the element with its cards, a link, or, for those who can mend it, a sentence. It is made
 * when a page is shown, so nothing that saves posts takes anything out of it.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

add_filter( 'no_texturize_tags', __NAMESPACE__ . '\leave_templates_alone' );

/**
 * What stands in the cards is what the source says, quotation marks and dashes too: WordPress sets its own in articles, and
 * in themes of blocks once more in the whole page.
 *
 * @param string[] $tags Elements in which it does not.
 */
function leave_templates_alone( $tags ) {
	return array_merge( (array) $tags, array( 'template' ) );
}

/**
 * What block, shortcode and address have in common.
 *
 * @param array{address?: string, language?: string, only?: string[], view?: string, title?: string} $wish What an editor wants.
 * @return string HTML; '' only where there is not even an address.
 */
function element( array $wish ): string {
	$address = (string) ( $wish['address'] ?? '' );
	$only    = wanted_cards( $wish );
	$got     = facts( $address, (string) ( $wish['language'] ?? '' ), READER_SECONDS, null, 1 === count( $only ) ? $only[0] : '' );
	$problem = $got['problem'];
	$html    = null;
	if ( null !== $got['facts'] ) {
		$attributes = attributes( $wish, $got['options'], $got['facts'] );
		$unknown    = wish_problem( $wish, $got['options'], $got['facts'] );
		$problem    = $problem ?? $unknown;
		// Feeds and the like have no styles in elements.
		if ( ! is_plain_output() ) {
			$html = with_cards( $got['facts'], $attributes );
		}
	}
	if ( null === $html ) {
		$html = link_instead( $address, (string) ( $got['facts']['link'] ?? '' ), (string) ( $got['facts']['title'] ?? $wish['title'] ?? '' ) );
	}
	return note_for_editors( $problem ) . $html;
}

/** Whether what is being made is read by something that knows no more than text and links. */
function is_plain_output(): bool {
	return is_feed() || doing_filter( 'get_the_excerpt' ) || ( function_exists( 'amp_is_request' ) && amp_is_request() );
}

/**
 * The attributes of the element.
 *
 * @param array $wish    What an editor wants.
 * @param array $options What the address requests.
 * @param array $facts   What read_snippet() gives.
 * @return array<string, string>
 */
function attributes( array $wish, array $options, array $facts ): array {
	$attributes = array(
		'src'  => $facts['src'],
		'lang' => $facts['language'],
	) + $options;
	$only       = ids( $wish['only'] ?? array() );
	if ( array() !== $only ) {
		$attributes['only'] = implode( ',', $only );
	}
	$view = (string) ( $wish['view'] ?? '' );
	if ( in_array( $view, VIEWS, true ) ) {
		$attributes['view'] = $view;
	}
	// The engine comes with the script; cards are what is there without.
	if ( 'cards' === ( $attributes['view'] ?? '' ) ) {
		unset( $attributes['view'] );
	}
	return array_filter( $attributes, 'strlen' );
}

/**
 * Ids, however they were written.
 *
 * @param string|string[] $ids A list, or a text with commas.
 * @return string[]
 */
function ids( $ids ): array {
	$ids = is_array( $ids ) ? array_filter( $ids, 'is_string' ) : explode( ',', (string) $ids );
	return array_values( array_unique( array_filter( array_map( 'trim', $ids ), 'strlen' ) ) );
}

/**
 * The ids of the only cards that are wanted, by the editor or by the address; none for all.
 *
 * @param array $wish What an editor wants.
 * @return string[]
 */
function wanted_cards( array $wish ): array {
	$only = ids( $wish['only'] ?? array() );
	return array() === $only ? ids( wanted( (string) ( $wish['address'] ?? '' ), '' )['options']['only'] ?? array() ) : $only;
}

/**
 * What an editor wants that there is not.
 *
 * @param array $wish    What an editor wants.
 * @param array $options What the address requests.
 * @param array $facts   What read_snippet() gives.
 */
function wish_problem( array $wish, array $options, array $facts ): ?\WP_Error {
	$only    = ids( $wish['only'] ?? $options['only'] ?? array() );
	$unknown = array_diff( $only, array_map( 'strval', array_keys( $facts['names'] ) ) );
	if ( array() !== $unknown ) {
		return problem( 'no-card', implode( ', ', $unknown ) );
	}
	$view = (string) ( $wish['view'] ?? '' );
	return '' === $view || in_array( $view, VIEWS, true ) ? null : problem( 'view', $view );
}

/**
 * The element, or null where nothing is left to be shown in it.
 *
 * @param array $facts      What read_snippet() gives.
 * @param array $attributes The element's.
 */
function with_cards( array $facts, array $attributes ): ?string {
	$cards = isset( $attributes['only'] ) ? only_cards( $facts, ids( $attributes['only'] ) ) : $facts['cards'];
	if ( '' === $cards ) {
		return null;
	}
	bring_loader( $facts['loader'] );
	$html = '<fact-cards';
	foreach ( $attributes as $name => $value ) {
		$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	// One line: whatever makes paragraphs of lines finds none here.
	$style    = '' === $facts['style'] ? '' : '<style>' . preg_replace( '/\s*[\r\n]+\s*/', ' ', $facts['style'] ) . '</style>';
	$template = '<template shadowrootmode="open" shadowrootclonable="">' . $style . $cards . '</template>';
	return $html . '>' . $template . '<a href="' . esc_url( $facts['link'] ) . '">' . esc_html( $facts['title'] ) . '</a></fact-cards>';
}

/**
 * A link where there are no cards.
 *
 * @param string $address The address that an editor wrote.
 * @param string $link    The page of the story, where it is known.
 * @param string $title   The title of the story, where it is known.
 */
function link_instead( string $address, string $link, string $title ): string {
	$href = esc_url( '' === $link ? $address : $link, array( 'http', 'https' ) );
	if ( '' === $href ) {
		return '';
	}
	$title = '' === $title ? preg_replace( '~\Ahttps?://|[/?#].*\z~s', '', $href ) : $title;
	return '<a class="fact-cards-link" href="' . $href . '">' . esc_html( $title ) . '</a>';
}

/**
 * A sentence for those who can mend it; nothing for readers.
 *
 * @param \WP_Error|null $problem What is wrong.
 */
function note_for_editors( ?\WP_Error $problem ): string {
	$post = get_the_ID();
	if ( null === $problem || ! is_user_logged_in() || ! ( $post ? current_user_can( 'edit_post', $post ) : current_user_can( 'edit_posts' ) ) ) {
		return '';
	}
	return '<span class="fact-cards-problem" role="note" style="display:block;border-inline-start:4px solid #b32d2e;padding-inline-start:.75em">'
		. '<strong>' . esc_html__( 'Fact cards, seen by editors only:', 'fact-cards' ) . '</strong> ' . esc_html( sentence( $problem ) ) . '</span>';
}
