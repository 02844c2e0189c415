<?php
/**
 * The facts for an address: those that are kept while they are fresh, fetched otherwise, and the last good ones where that
 * fails.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

/** How long a reader waits for newer facts, and how long an editor and the schedule do, in seconds. */
const READER_SECONDS = 3;
const EDITOR_SECONDS = 10;

/** How soon a source that has failed is asked again where there are no facts at all, in seconds. */
const AGAIN_SECONDS = 60;

/** An id of a card as it may stand in a path. */
const CARD = '/\A[a-z0-9][a-z0-9-]{0,99}\z/';

/** How much of a page is read to find its language. */
const PAGE_HEAD = 4096;

/**
 * The facts for an address.
 *
 * @param string $address  The address that an editor wrote.
 * @param string $language The language that an editor asked for; '' for that of this site.
 * @param int    $seconds  How long it may take.
 * @param int    $age      How old facts may be, in seconds; null for what an administrator has set.
 * @param string $card     The id of the only card that is wanted: sites have a small file for each; '' for all.
 * @return array{facts: array|null, problem: \WP_Error|null, options: array<string, string>}
 */
function facts( string $address, string $language, int $seconds = READER_SECONDS, ?int $age = null, string $card = '' ): array {
	$none = static function ( \WP_Error $problem ): array {
		return array(
			'facts'   => null,
			'problem' => $problem,
			'options' => array(),
		);
	};
	if ( '' === $address ) {
		return $none( problem( 'no-address' ) );
	}
	if ( null === parts( $address ) ) {
		return $none( problem( 'malformed', $address ) );
	}
	$language = str_replace( '_', '-', $language );
	if ( '' !== $language && ! preg_match( LANGUAGE, $language ) ) {
		return $none( problem( 'language', $language ) );
	}
	$allowed = allowed_above( $address, settings()['addresses'] );
	if ( null === $allowed ) {
		return $none( problem( 'not-allowed', $address ) );
	}
	$plain = preg_replace( '/[?#].*\z/s', '', $address );
	$card  = preg_match( CARD, $card ) ? $card : '';
	$key   = key_of( $plain, $language, $card );
	$state = state( $key );
	$facts = kept_facts( $key );
	$now   = time();
	$age   = $age ?? ( null === $facts ? min( AGAIN_SECONDS, lifetime() ) : lifetime() );
	if ( ( null === $state || $now - $state['checked'] >= $age ) && lock( $key ) ) {
		list( $state, $facts ) = refreshed( $key, $plain, $language, $card, $allowed, $state, $facts, $seconds );
		unlock( $key );
	} elseif ( null !== $state && $now - $state['used'] >= DAY_IN_SECONDS ) {
		$state['used'] = $now;
		keep_state( $key, $state );
	}
	$problem = $state['problem'] ?? array( 'unreachable', (string) wp_parse_url( $address, PHP_URL_HOST ) );
	return array(
		'facts'   => $facts,
		'problem' => null === $state || null !== $state['problem'] ? problem( ...$problem ) : null,
		'options' => wanted( $address, $allowed )['options'],
	);
}

/**
 * Asks the source and keeps what it says: how it went, and the facts that there are now.
 *
 * @param string     $key      What key_of() gives.
 * @param string     $address  The address.
 * @param string     $language The language that was asked for.
 * @param string     $card     The only card that is wanted; '' for all.
 * @param string     $allowed  The folder that is allowed.
 * @param array|null $state    How it went last.
 * @param array|null $facts    The last good facts.
 * @param int        $seconds  How long it may take.
 * @return array{array, array|null}
 */
function refreshed( string $key, string $address, string $language, string $card, string $allowed, ?array $state, ?array $facts, int $seconds ): array {
	$now   = time();
	$state = array(
		'address'  => $address,
		'language' => $language,
		'card'     => $card,
		'allowed'  => $allowed,
		'checked'  => $now,
		'used'     => $state['used'] ?? $now,
		'changed'  => $state['changed'] ?? 0,
		'tag'      => null === $facts ? '' : ( $state['tag'] ?? '' ),
		'snippet'  => $state['snippet'] ?? '',
		'problem'  => null,
	);
	$found = found( $address, $language, $card, $allowed, $state['snippet'], $state['tag'], $seconds );
	if ( is_wp_error( $found ) ) {
		$state['problem'] = array( (string) $found->get_error_code(), (string) $found->get_error_data() );
	} else {
		$state['tag']     = $found['tag'];
		$state['snippet'] = $found['snippet'];
		if ( null !== $found['facts'] ) {
			$is_new = keep_facts( $key, $found['facts'] );
			if ( $is_new ) {
				$state['changed'] = $now;
				// The first facts are news too: whoever came while they were on their way has got a link.
				tell_page_caches( $address );
			}
			$facts = $found['facts'];
		}
	}
	keep_state( $key, $state );
	return array( $state, $facts );
}

/**
 * Finds the facts. They are null where the entity tag says that they are those from before.
 *
 * @param string $address  The address.
 * @param string $language The language that was asked for.
 * @param string $card     The only card that is wanted; '' for all.
 * @param string $allowed  The folder that is allowed.
 * @param string $last     Where they were last.
 * @param string $tag      The entity tag of what was there.
 * @param int    $seconds  How long it may take.
 * @return array{facts: array|null, tag: string, snippet: string}|\WP_Error
 */
function found( string $address, string $language, string $card, string $allowed, string $last, string $tag, int $seconds ) {
	$until = time() + $seconds;
	$left  = static function () use ( $until ): int {
		return max( 1, $until - time() );
	};
	$first = null;
	foreach ( snippets( $address, $language, $card, $allowed, $last ) as $snippet ) {
		$file = fetch( $snippet, $allowed, $left(), $snippet === $last ? $tag : '' );
		if ( is_wp_error( $file ) ) {
			$first = $first ?? $file;
			// Somebody answers, but has no such file: it may be another one.
			if ( 'not-there' === $file->get_error_code() ) {
				continue;
			}
			return $file;
		}
		$facts = null === $file['body'] ? null : read_snippet( $file['body'], $file['address'] );
		if ( is_wp_error( $facts ) ) {
			$first = $facts;
			// Some hosts answer with a page of theirs, and 200, for what is not there.
			if ( 'not-ours' === $facts->get_error_code() ) {
				continue;
			}
			return $facts;
		}
		return array(
			'facts'   => $facts,
			'tag'     => $file['tag'],
			'snippet' => $snippet,
		);
	}
	// The page may say in which language it is, and whether it is one of ours.
	$page = fetch( preg_replace( '~story\.bin\z~', '', $address ), $allowed, $left() );
	if ( is_wp_error( $page ) ) {
		return 'not-there' === $page->get_error_code() ? problem( 'not-there', $address ) : $page;
	}
	if ( false === strpos( (string) $page['body'], 'fact-cards' ) ) {
		return problem( 'not-ours', $address );
	}
	if ( '' !== $language ) {
		return problem( 'language', $language );
	}
	if ( preg_match( '~<html[^>]*\slang="?([a-z]{2,3})\b~', substr( (string) $page['body'], 0, PAGE_HEAD ), $of_page ) ) {
		foreach ( wanted( $address, $allowed )['places'] as $place ) {
			$snippet = $place['folder'] . 'snippet/' . $of_page[1] . '.html';
			$file    = fetch( $snippet, $allowed, $left() );
			$facts   = is_wp_error( $file ) ? $file : read_snippet( (string) $file['body'], $file['address'] );
			if ( ! is_wp_error( $facts ) ) {
				return array(
					'facts'   => $facts,
					'tag'     => $file['tag'],
					'snippet' => $snippet,
				);
			}
		}
	}
	return $first ?? problem( 'not-ours', $address );
}

/**
 * Where the facts may be, the likeliest first.
 *
 * @param string $address  The address.
 * @param string $language The language that was asked for.
 * @param string $card     The only card that is wanted; '' for all.
 * @param string $allowed  The folder that is allowed.
 * @param string $last     Where they were last.
 * @return string[]
 */
function snippets( string $address, string $language, string $card, string $allowed, string $last ): array {
	$snippets = '' === $last ? array() : array( $last );
	// In the language of the page that readers see, unless somebody says otherwise; else in the story's first.
	$own = strtolower( (string) strtok( get_locale(), '_' ) );
	foreach ( wanted( $address, $allowed )['places'] as $place ) {
		if ( '' !== $language ) {
			$languages = array( $language );
		} elseif ( '' !== $place['language'] ) {
			$languages = array( $place['language'] );
		} else {
			$languages = array( $own, 'index' );
		}
		foreach ( $languages as $name ) {
			$snippets[] = $place['folder'] . 'snippet/' . $name . '.html';
		}
	}
	// The card by itself first; sites of earlier versions have no such files, and their cards are cut out of all.
	if ( '' !== $card ) {
		$alone    = preg_replace( '~/snippet/(?=[^/]*\z)~', "/snippet/$card/", $snippets );
		$snippets = array_merge( $alone, $snippets );
	}
	return array_values( array_unique( $snippets ) );
}
