<?php
/**
 * Addresses: which are allowed, and where the facts of one are. Nothing here asks WordPress or the network.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

/** What an address may request, in its query or fragment, as the element itself reads it there. */
const REQUESTABLE = array( 'kind', 'type', 'source', 'topic', 'place', 'year', 'speaker', 'q', 'sort', 'view', 'page', 'card', 'fact', 'only' );

const VIEWS = array( 'cards', 'timeline', 'map', 'figures', 'sources' );

/** A language as it stands in the name of a snippet. */
const LANGUAGE = '/\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z/';

/**
 * The parts of a web address without user, password or anything that browsers and PHP understand differently; null for
 * anything else.
 *
 * @param string $address What somebody wrote.
 * @return array{scheme: string, host: string, port: int, path: string, query: string, fragment: string}|null
 */
function parts( string $address ): ?array {
	// A browser reads `\` as `/`, leaves tabs and line ends out, and ignores what is around.
	if ( ! preg_match( '~\A[^\s\\\\\x00-\x20\x7f]{1,2000}\z~', $address ) ) {
		return null;
	}
	$parts = parse_url( $address ); // phpcs:ignore WordPress.WP.AlternativeFunctions.parse_url_parse_url -- The tests run this without WordPress; PHP 7.4 needs no help.
	if ( ! is_array( $parts ) || isset( $parts['user'] ) || isset( $parts['pass'] ) || empty( $parts['host'] ) ) {
		return null;
	}
	$scheme = strtolower( $parts['scheme'] ?? '' );
	$host   = strtolower( $parts['host'] );
	// A name, an address of four numbers, or one of IPv6 in brackets; a final dot would make it another name.
	if ( ! in_array( $scheme, array( 'http', 'https' ), true ) || ! preg_match( '/\A([a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])\z/', $host ) ) {
		return null;
	}
	return array(
		'scheme'   => $scheme,
		'host'     => $host,
		'port'     => $parts['port'] ?? ( 'https' === $scheme ? 443 : 80 ),
		'path'     => without_dots( $parts['path'] ?? '/' ),
		'query'    => $parts['query'] ?? '',
		'fragment' => $parts['fragment'] ?? '',
	);
}

/**
 * A path as a browser requests it: `..` does not lead out of what is allowed.
 *
 * @param string $path A path that begins with a slash.
 */
function without_dots( string $path ): string {
	$kept     = array();
	$segments = explode( '/', $path );
	$last     = count( $segments ) - 1;
	foreach ( $segments as $at => $segment ) {
		$plain = strtolower( str_replace( array( '%2e', '%2E' ), '.', $segment ) );
		if ( '..' === $plain ) {
			// The first segment is what stands before the first slash: nothing.
			if ( count( $kept ) > 1 ) {
				array_pop( $kept );
			}
		} elseif ( '.' !== $plain ) {
			$kept[] = $segment;
			continue;
		}
		if ( $at === $last ) {
			$kept[] = '';
		}
	}
	$path = implode( '/', $kept );
	return '' === $path || '/' !== $path[0] ? '/' . $path : $path;
}

/**
 * The origin of an address: what a browser takes for one site.
 *
 * @param array $parts Those of parts().
 */
function origin( array $parts ): string {
	$usual = ( 'https' === $parts['scheme'] ? 443 : 80 ) === $parts['port'];
	return $parts['scheme'] . '://' . $parts['host'] . ( $usual ? '' : ':' . $parts['port'] );
}

/**
 * What an administrator allows, in one form: a folder, with its slash, without query and fragment. Null for what is no
 * address.
 *
 * @param string $line What the administrator wrote.
 */
function allowed_form( string $line ): ?string {
	$parts = parts( trim( $line ) );
	if ( null === $parts ) {
		return null;
	}
	$path = preg_replace( '~[^/]*\.html?\z~', '', $parts['path'] );
	return origin( $parts ) . rtrim( $path, '/' ) . '/';
}

/**
 * The allowed address that another one is, or lies below; null where there is none.
 *
 * @param string   $address Any address.
 * @param string[] $allowed What allowed_form() gives.
 */
function allowed_above( string $address, array $allowed ): ?string {
	$parts = parts( $address );
	if ( null === $parts ) {
		return null;
	}
	// The folder itself may be written without its slash.
	$place = origin( $parts ) . $parts['path'] . '/';
	foreach ( $allowed as $folder ) {
		if ( 0 === strpos( $place, $folder ) ) {
			return $folder;
		}
	}
	return null;
}

/**
 * What an address asks for: folders in which the snippets of the story may be, the likeliest first, each with a language
 * where the address names one, and what else it requests.
 *
 * @param string $address An address that is allowed.
 * @param string $allowed The address above it that an administrator allows.
 * @return array{places: array<array{folder: string, language: string}>, options: array<string, string>}
 */
function wanted( string $address, string $allowed ): array {
	$parts = parts( $address );
	if ( null === $parts ) {
		return array(
			'places'  => array(),
			'options' => array(),
		);
	}
	$options = array();
	foreach ( array( $parts['query'], $parts['fragment'] ) as $pairs ) {
		foreach ( explode( '&', $pairs ) as $pair ) {
			list( $name, $value ) = array_pad( explode( '=', $pair, 2 ), 2, '' );
			if ( in_array( $name, REQUESTABLE, true ) && '' !== $value ) {
				$options[ $name ] = rawurldecode( str_replace( '+', ' ', $value ) );
			}
		}
	}
	$path = $parts['path'];
	// The page of a card or fact, the data of a story, a frame, a snippet: all lie in the folder of their story.
	if ( preg_match( '~\A(.*/)(card|fact)/([^/]+)(/(index\.html)?)?\z~', $path, $found ) ) {
		$path = $found[1];

		$options[ 'card' === $found[2] ? 'only' : 'fact' ] = rawurldecode( $found[3] );
	}
	$language = '';
	if ( preg_match( '~\A(.*/)(embed|snippet|standalone)/([^/]*)\.html\z~', $path, $found ) ) {
		$path     = $found[1];
		$language = preg_match( LANGUAGE, $found[3] ) ? $found[3] : '';
	} else {
		$path = preg_replace( '~/(index\.html|story\.bin|oembed\.json|embed/?|embed/index\.html)\z~', '/', $path );
	}
	$folder = origin( $parts ) . rtrim( $path, '/' ) . '/';
	$places = array( array( 'folder' => $folder, 'language' => $language ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- One line says it better.
	// A last folder that reads like a language may be one, or the name of a story.
	$above = preg_replace( '~[^/]+/\z~', '', $folder );
	$last  = substr( $folder, strlen( $above ), -1 );
	if ( '' === $language && preg_match( LANGUAGE, $last ) && 0 === strpos( $above, $allowed ) ) {
		$places[] = array( 'folder' => $above, 'language' => $last ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- As above.
	}
	return array(
		'places'  => $places,
		'options' => $options,
	);
}

/**
 * An address as it is from a page at another one; '' for what is not of the web.
 *
 * @param string $address What stands in a link.
 * @param string $base    The address of the page with the link.
 */
function absolute( string $address, string $base ): string {
	if ( null !== parts( $address ) ) {
		return $address;
	}
	$parts = parts( $base );
	if ( null === $parts || preg_match( '~\A[a-z][a-z0-9+.-]*:|[\s\\\\\x00-\x20]~i', $address ) ) {
		return '';
	}
	if ( 0 === strpos( $address, '//' ) ) {
		$whole = $parts['scheme'] . ':' . $address;
		return null === parts( $whole ) ? '' : $whole;
	}
	if ( 0 === strpos( $address, '/' ) ) {
		return origin( $parts ) . $address;
	}
	list( $path, $rest ) = array_pad( preg_split( '/(?=[?#])/', $address, 2 ), 2, '' );
	$folder              = preg_replace( '~[^/]*\z~', '', $parts['path'] );
	return origin( $parts ) . without_dots( $folder . $path ) . $rest;
}
