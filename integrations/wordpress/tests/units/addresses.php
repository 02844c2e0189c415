<?php
/**
 * Addresses: what is one, which are allowed, where the facts are.
 *
 * @package FactCards
 */

use function FactCards\absolute;
use function FactCards\allowed_above;
use function FactCards\allowed_form;
use function FactCards\parts;
use function FactCards\wanted;

return array(
	'what is no web address is none'                  => static function () {
		foreach ( array( '', 'cards.example', '//cards.example/', 'javascript:alert(1)', 'ftp://cards.example/', 'file:///etc/passwd', 'https://', 'https:///x', "https://cards.example/\n", 'https://cards.example/ x', 'https://a@cards.example/', 'https://a:b@cards.example/', 'https://cards.example\@evil.example/', 'https://cards.example:port/', 'https://cards.example./', 'https://[::1', 'gopher://127.0.0.1/', "https://cards.example/\0", 'https://évil.example/' ) as $address ) {
			same( parts( $address ), null, $address );
		}
	},
	'what an administrator allows has one form'       => static function () {
		foreach ( array(
			'https://cards.example'                  => 'https://cards.example/',
			' HTTPS://Cards.Example:443/index.html ' => 'https://cards.example/',
			'http://cards.example:8080/facts'        => 'http://cards.example:8080/facts/',
			'https://cards.example/a/../b/?q#f'      => 'https://cards.example/b/',
			'cards.example'                          => null,
		) as $line => $form ) {
			same( allowed_form( $line ), $form, $line );
		}
	},
	'allowed is what lies below, and nothing else'    => static function () {
		$allowed = array( 'https://cards.example/facts/' );
		foreach ( array( 'https://cards.example/facts', 'https://cards.example/facts/', 'https://CARDS.example:443/facts/a/?b#c', 'https://cards.example/x/../facts/' ) as $address ) {
			same( allowed_above( $address, $allowed ), $allowed[0], $address );
		}
		foreach ( array( 'http://cards.example/facts/', 'https://cards.example/', 'https://cards.example/factsx/', 'https://cards.example:8443/facts/', 'https://cards.example/facts/../x', 'https://cards.example/facts/%2e%2E/x', 'https://cards.example.evil.example/facts/', 'https://evil.example/https://cards.example/facts/', 'https://cards.example/facts/\..' ) as $address ) {
			same( allowed_above( $address, $allowed ), null, $address );
		}
	},
	'an address leads to the folder of its story'     => static function () {
		$base = 'https://cards.example/';
		foreach ( array(
			''                         => array( array( $base, '' ) ),
			'index.html'               => array( array( $base, '' ) ),
			'ar/'                      => array( array( $base . 'ar/', '' ), array( $base, 'ar' ) ),
			'harbour/'                 => array( array( $base . 'harbour/', '' ) ),
			'harbour/story.bin'        => array( array( $base . 'harbour/', '' ) ),
			'harbour/fr/index.html'    => array( array( $base . 'harbour/fr/', '' ), array( $base . 'harbour/', 'fr' ) ),
			// Nobody can tell such a name from a language: both are tried.
			'my-story/'                => array( array( $base . 'my-story/', '' ), array( $base, 'my-story' ) ),
			'embed/en.html?kind=venue' => array( array( $base, 'en' ) ),
			'snippet/pt-BR.html'       => array( array( $base, 'pt-BR' ) ),
			'embed/'                   => array( array( $base, '' ) ),
			'card/neptune/'            => array( array( $base, '' ) ),
			'ar/fact/vote/index.html'  => array( array( $base . 'ar/', '' ), array( $base, 'ar' ) ),
		) as $path => $places ) {
			same( array_map( 'array_values', wanted( $base . $path, $base )['places'] ), $places, $path );
		}
		// The folder above is looked at only where it is allowed too.
		same( count( wanted( 'https://cards.example/ar/', 'https://cards.example/ar/' )['places'] ), 1 );
	},
	'an address requests what the element reads there' => static function () {
		$options = static function ( string $rest ): array {
			return wanted( 'https://cards.example/' . $rest, 'https://cards.example/' )['options'];
		};
		same( $options( '#kind=venue&q=a%20b+c&unknown=1&view=' ), array( 'kind' => 'venue', 'q' => 'a b c' ) );
		same( $options( 'embed/en.html?view=map#view=figures' ), array( 'view' => 'figures' ) );
		same( $options( 'card/neptune/' ), array( 'only' => 'neptune' ) );
		same( $options( 'fact/vote/' ), array( 'fact' => 'vote' ) );
		same( $options( '#/news/42' ), array() );
	},
	'a link is understood from where it stands'       => static function () {
		$base = 'https://cards.example/a/snippet/en.html';
		foreach ( array(
			'../'                   => 'https://cards.example/a/',
			'../../fact-cards.js'   => 'https://cards.example/fact-cards.js',
			'../../../../x?y#z'     => 'https://cards.example/x?y#z',
			'/x'                    => 'https://cards.example/x',
			'//other.example/x'     => 'https://other.example/x',
			'http://other.example/' => 'http://other.example/',
			'javascript:alert(1)'   => '',
			"java\tscript:alert(1)" => '',
			'mailto:a@b.example'    => '',
			'\\\\evil.example'      => '',
		) as $link => $address ) {
			same( absolute( $link, $base ), $address, $link );
		}
	},
);
