<?php
/**
 * The server's own network.
 *
 * @package FactCards
 */

use function FactCards\ips;
use function FactCards\is_plainly_local;
use function FactCards\is_public;

return array(
	'no network of a machine, a house, a provider or a cloud is public' => static function () {
		foreach ( array( '0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.168.1.1', '198.18.0.1', '198.19.255.255', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b::10.0.0.1', '2002:7f00:1::', '2002:a00:1::1', 'fc00::1', 'fdff::1', 'fe80::1', 'fec0::1', 'ff02::1', '2001:db8::1', '2001::1', '100::1', '', 'cards.example', '1.2.3', '0x7f.1', '2130706433', '127.1' ) as $ip ) {
			same( is_public( $ip ), false, $ip );
		}
	},
	'what is beside them is public'                   => static function () {
		foreach ( array( '1.1.1.1', '9.255.255.255', '11.0.0.1', '100.63.255.255', '100.128.0.1', '172.15.255.255', '172.32.0.1', '169.253.0.1', '192.167.255.255', '198.17.255.255', '198.20.0.1', '223.255.255.255', '2606:4700::1111', '::ffff:1.1.1.1', '64:ff9b::101:101', '2002:101:101::' ) as $ip ) {
			same( is_public( $ip ), true, $ip );
		}
	},
	'a host in numbers has the address that it means' => static function () {
		same( ips( '[::1]' ), array( '::1' ) );
		same( ips( '10.0.0.1' ), array( '10.0.0.1' ) );
		foreach ( array( '2130706433', '0x7f000001', '0177.0.0.1', '127.1', 'localhost' ) as $host ) {
			same( array_filter( ips( $host ), 'FactCards\is_public' ), array(), $host );
		}
	},
	'only a name that says so, or our own, is meant to be local' => static function () {
		foreach ( array( 'localhost', 'cards', 'cards.local', 'cards.internal', 'cards.home.arpa', '10.0.0.1', '[::1]', 'news.example' ) as $host ) {
			same( is_plainly_local( $host, 'news.example' ), true, $host );
		}
		foreach ( array( 'cards.example', 'localhost.example', 'local.example', 'news.example.evil.example' ) as $host ) {
			same( is_plainly_local( $host, 'news.example' ), false, $host );
		}
	},
);
