<?php
/**
 * Fetches a file of an allowed site: within limits, from public hosts, and following it nowhere else.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

/** The most bytes of a snippet. The largest that are made, of fifty cards, have a quarter of it. */
const MOST_BYTES = 2 * MB_IN_BYTES;

/** How many redirects within the site are followed. */
const MOST_REDIRECTS = 3;

/**
 * A file, as its body and its entity tag. The body is null where the tag says that it is what was there before.
 *
 * @param string $address Its address.
 * @param string $allowed The folder that an administrator allows, within which it is.
 * @param int    $seconds How long it may take.
 * @param string $tag     The entity tag of what is known of it.
 * @return array{body: string|null, tag: string, address: string}|\WP_Error
 */
function fetch( string $address, string $allowed, int $seconds, string $tag = '' ) {
	$until = microtime( true ) + $seconds;
	for ( $redirects = 0; $redirects <= MOST_REDIRECTS; $redirects++ ) {
		$left     = $until - microtime( true );
		$response = $left > 0 ? fetched( $address, $left, $tag ) : problem( 'unreachable', (string) wp_parse_url( $address, PHP_URL_HOST ) );
		if ( is_wp_error( $response ) ) {
			return $response;
		}
		$status = $response['status'];
		if ( 304 === $status && '' !== $tag ) {
			return array(
				'body'    => null,
				'tag'     => $tag,
				'address' => $address,
			);
		}
		if ( 200 === $status ) {
			return array(
				'body'    => $response['body'],
				'tag'     => $response['tag'],
				'address' => $address,
			);
		}
		if ( ! in_array( $status, array( 301, 302, 303, 307, 308 ), true ) ) {
			return in_array( $status, array( 404, 410 ), true ) ? problem( 'not-there', $address ) : problem( 'refused', (string) $status );
		}
		$next = absolute( $response['location'], $address );
		if ( '' === $next || null === allowed_above( $next, array( $allowed ) ) ) {
			return problem( 'redirect', '' === $next ? $response['location'] : $next );
		}
		$address = $next;
	}
	return problem( 'redirect', $address );
}

/**
 * One request.
 *
 * @param string $address Its address.
 * @param float  $seconds How long it may take.
 * @param string $tag     The entity tag of what is known of it.
 * @return array{status: int, body: string, tag: string, location: string}|\WP_Error
 */
function fetched( string $address, float $seconds, string $tag ) {
	$parts = parts( $address );
	if ( null === $parts ) {
		return problem( 'malformed', $address );
	}
	$ips = ips( $parts['host'] );
	if ( array() === $ips ) {
		return problem( 'unreachable', $parts['host'] );
	}
	$is_local = array_filter( $ips, __NAMESPACE__ . '\is_public' ) !== $ips;
	if ( $is_local && ! ( allows_local() && is_plainly_local( $parts['host'], (string) wp_parse_url( home_url(), PHP_URL_HOST ) ) ) ) {
		return problem( 'own-network', $parts['host'] );
	}
	$headers = array(
		// What is compressed could become any size.
		'Accept-Encoding' => 'identity',
		'Accept'          => 'text/html',
	);
	if ( '' !== $tag ) {
		$headers['If-None-Match'] = $tag;
	}
	// Into a file: what is kept in memory WordPress would decompress without a limit.
	$file     = (string) tempnam( get_temp_dir(), 'fact-cards' );
	$release  = hold_to( $parts, $ips[0], $is_local );
	$response = wp_safe_remote_get(
		$address,
		array(
			'timeout'             => max( 1, (int) ceil( $seconds ) ),
			'redirection'         => 0,
			'limit_response_size' => MOST_BYTES + 1,
			'stream'              => true,
			'filename'            => $file,
			'headers'             => $headers,
			'cookies'             => array(),
			'sslverify'           => true,
			// Who asks is nobody's business: by default this names the site.
			'user-agent'          => 'fact-cards/' . VERSION,
		)
	);
	$release();
	$body = is_readable( $file ) ? (string) file_get_contents( $file, false, null, 0, MOST_BYTES + 1 ) : ''; // phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of our own.
	wp_delete_file( $file );
	if ( is_wp_error( $response ) ) {
		return problem( 'unreachable', $parts['host'] );
	}
	$encoding = strtolower( trim( (string) wp_remote_retrieve_header( $response, 'content-encoding' ) ) );
	if ( ! in_array( $encoding, array( '', 'identity' ), true ) ) {
		return problem( 'refused', $encoding );
	}
	if ( strlen( $body ) > MOST_BYTES ) {
		return problem( 'too-large', (string) ( MOST_BYTES / MB_IN_BYTES ) );
	}
	$header = static function ( string $name ) use ( $response ): string {
		// One that was sent twice is a list.
		$values = (array) wp_remote_retrieve_header( $response, $name );
		return (string) reset( $values );
	};
	return array(
		'status'   => (int) wp_remote_retrieve_response_code( $response ),
		'body'     => $body,
		'tag'      => substr( $header( 'etag' ), 0, 200 ),
		'location' => $header( 'location' ),
	);
}

/**
 * Holds requests to the internet address that was looked at: what a name server says a moment later does not count. WordPress looks
 * as well, but at fewer networks, and refuses ports that an administrator may have allowed. Gives the function that ends it.
 *
 * @param array  $parts    Those of the address.
 * @param string $ip       The internet address.
 * @param bool   $is_local Whether that is in the server's own network, and permitted.
 */
function hold_to( array $parts, string $ip, bool $is_local ): callable {
	$at      = false === strpos( $ip, ':' ) ? $ip : '[' . $ip . ']';
	$resolve = static function ( $handle ) use ( $parts, $at ) {
		curl_setopt( $handle, CURLOPT_RESOLVE, array( trim( $parts['host'], '[]' ) . ':' . $parts['port'] . ':' . $at ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions.curl_curl_setopt -- WordPress gives the handle for this.
	};
	$socket  = static function ( &$address ) use ( $parts, $at ) {
		// With TLS another host has no certificate for this name, and hears nothing of the request.
		$address = str_replace( 'tcp://' . $parts['host'] . ':', 'tcp://' . $at . ':', $address );
	};
	$ports   = static function ( $ports ) use ( $parts ) {
		return array_merge( (array) $ports, array( $parts['port'] ) );
	};
	$local   = static function ( $is_external ) use ( $is_local ) {
		return $is_external || $is_local;
	};
	add_action( 'http_api_curl', $resolve );
	add_action( 'requests-fsockopen.remote_socket', $socket );
	add_filter( 'http_allowed_safe_ports', $ports );
	add_filter( 'http_request_host_is_external', $local );
	return static function () use ( $resolve, $socket, $ports, $local ) {
		remove_action( 'http_api_curl', $resolve );
		remove_action( 'requests-fsockopen.remote_socket', $socket );
		remove_filter( 'http_allowed_safe_ports', $ports );
		remove_filter( 'http_request_host_is_external', $local );
	};
}
