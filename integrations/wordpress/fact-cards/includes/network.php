<?php
/**
 * Which hosts are in the server's own network: nothing is fetched from there.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

/**
 * Networks that no public site is in (IANA's special-purpose registries): of this machine, private, between a provider and its customers,
 * of one link (where clouds keep their secrets), for tests, for many at once.
 */
const NOT_PUBLIC = array(
	'0.0.0.0/8',
	'10.0.0.0/8',
	'100.64.0.0/10',
	'127.0.0.0/8',
	'169.254.0.0/16',
	'172.16.0.0/12',
	'192.0.0.0/24',
	'192.0.2.0/24',
	'192.88.99.0/24',
	'192.168.0.0/16',
	'198.18.0.0/15',
	'198.51.100.0/24',
	'203.0.113.0/24',
	'224.0.0.0/3',
	'::/96',
	'100::/64',
	'2001::/23',
	'2001:db8::/32',
	'fc00::/7',
	'fe80::/9',
	'ff00::/8',
);

/** Networks of IPv6 whose addresses have one of IPv4 in them, and at which byte. */
const CARRIERS = array(
	'::ffff:0:0/96'  => 12,
	'64:ff9b::/96'   => 12,
	'64:ff9b:1::/48' => 12,
	'2002::/16'      => 2,
);

/**
 * Whether an address of the internet protocol is in a network.
 *
 * @param string $bytes   What inet_pton() gives.
 * @param string $network Such as 10.0.0.0/8.
 */
function is_in( string $bytes, string $network ): bool {
	list( $first, $bits ) = explode( '/', $network );
	$first                = (string) inet_pton( $first );
	if ( strlen( $first ) !== strlen( $bytes ) ) {
		return false;
	}
	$whole = intdiv( (int) $bits, 8 );
	$mask  = 0xff << ( 8 - (int) $bits % 8 ) & 0xff;
	return substr( $bytes, 0, $whole ) === substr( $first, 0, $whole )
		&& ( 0 === $mask || ( ord( $bytes[ $whole ] ) & $mask ) === ( ord( $first[ $whole ] ) & $mask ) );
}

/**
 * Whether an address of the internet protocol is a public one.
 *
 * @param string $ip An address of version 4 or 6.
 */
function is_public( string $ip ): bool {
	$bytes = filter_var( $ip, FILTER_VALIDATE_IP ) ? inet_pton( $ip ) : false;
	if ( false === $bytes ) {
		return false;
	}
	foreach ( CARRIERS as $network => $at ) {
		if ( is_in( $bytes, $network ) ) {
			return is_public( (string) inet_ntop( substr( $bytes, $at, 4 ) ) );
		}
	}
	foreach ( NOT_PUBLIC as $network ) {
		if ( is_in( $bytes, $network ) ) {
			return false;
		}
	}
	return true;
}

/**
 * The addresses that a host has; none where nobody knows it.
 *
 * @param string $host As parts() gives it.
 * @return string[]
 */
function ips( string $host ): array {
	$host = trim( $host, '[]' );
	if ( filter_var( $host, FILTER_VALIDATE_IP ) ) {
		return array( $host );
	}
	$ips = gethostbynamel( $host );
	$ips = false === $ips ? array() : $ips;
	// Where nobody answers PHP warns, and that is all it says.
	$records = @dns_get_record( $host, DNS_AAAA ); // phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- See above.
	foreach ( is_array( $records ) ? $records : array() as $record ) {
		$ips[] = (string) ( $record['ipv6'] ?? '' );
	}
	return array_values( array_filter( $ips ) );
}

/**
 * Whether a name says by itself that it is in the server's own network, or is that of this site. Any other name that leads there was not
 * meant to.
 *
 * @param string $host As parts() gives it.
 * @param string $own  The host of this site.
 */
function is_plainly_local( string $host, string $own ): bool {
	return strtolower( $own ) === $host
		|| false !== filter_var( trim( $host, '[]' ), FILTER_VALIDATE_IP )
		|| 1 === preg_match( '/\A[^.]+\z|\.(home\.arpa|internal|lan|local|localhost|test)\z/', $host );
}
