<?php
/**
 * What editors see of the cards while they write: the same markup that readers get, from a route of the REST API for those
 * who may write posts. It brings no script.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

const REST_NAMESPACE = 'fact-cards/v1';

/** How old facts in a preview may be, in seconds: somebody who types does not ask the source with each letter. */
const PREVIEW_AGE = 15;

add_action( 'rest_api_init', __NAMESPACE__ . '\register_preview' );
add_filter( 'rest_dispatch_request', __NAMESPACE__ . '\preview_of_address', 10, 3 );

/** Registers the route. */
function register_preview(): void {
	$text = array(
		'type'    => 'string',
		'default' => '',
	);
	register_rest_route(
		REST_NAMESPACE,
		'/preview',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\preview',
			'permission_callback' => static function () {
				return current_user_can( 'edit_posts' );
			},
			'args'                => array(
				'address'  => $text,
				'language' => $text,
				'only'     => $text,
				'view'     => $text,
			),
		)
	);
}

/**
 * The preview: the cards, and what is wrong.
 *
 * @param \WP_REST_Request $request What the editor wants.
 */
function preview( \WP_REST_Request $request ): \WP_REST_Response {
	$address = trim( (string) $request['address'] );
	$wish    = array(
		'address' => $address,
		'view'    => (string) $request['view'],
	);
	$only    = ids( (string) $request['only'] );
	if ( array() !== $only ) {
		$wish['only'] = $only;
	}
	$got   = facts( $address, trim( (string) $request['language'] ), EDITOR_SECONDS, PREVIEW_AGE );
	$facts = $got['facts'];
	if ( null === $facts ) {
		return new \WP_REST_Response( array( 'problem' => sentence( $got['problem'] ?? problem( 'unreachable' ) ) ) );
	}
	$attributes = attributes( $wish, $got['options'], $facts );
	$problem    = $got['problem'] ?? wish_problem( $wish, $got['options'], $facts );
	return new \WP_REST_Response(
		array(
			'problem'  => null === $problem ? '' : sentence( $problem ),
			'title'    => $facts['title'],
			'language' => $facts['language'],
			'style'    => $facts['style'],
			'html'     => isset( $attributes['only'] ) ? only_cards( $facts, ids( $attributes['only'] ) ) : $facts['cards'],
			'names'    => (object) $facts['names'],
			'view'     => $attributes['view'] ?? 'cards',
		)
	);
}

/**
 * What the block “Embed” shows for an allowed address. WordPress would look for a frame at that address first, which is
 * not what readers get.
 *
 * @param mixed            $result  What somebody else has answered.
 * @param \WP_REST_Request $request The request. Whether it is permitted has been decided.
 * @param string           $route   Its route.
 */
function preview_of_address( $result, $request, $route ) {
	$address = (string) $request['url'];
	if ( null !== $result || '/oembed/1.0/proxy' !== $route || null === allowed_above( $address, settings()['addresses'] ) ) {
		return $result;
	}
	$inner = new \WP_REST_Request();
	$inner->set_param( 'address', $address );
	$shown = preview( $inner )->get_data();
	// The block shows it in a frame of its own, where no shadow root is needed.
	$html = isset( $shown['html'] )
		? '<style>' . $shown['style'] . '</style><fact-cards lang="' . esc_attr( $shown['language'] ) . '">' . $shown['html'] . '</fact-cards>'
		: link_instead( $address, '', '' );
	$note = '' === (string) $shown['problem'] ? '' : '<p><strong>' . esc_html( $shown['problem'] ) . '</strong></p>';
	return (object) array(
		'version'       => '1.0',
		'type'          => 'rich',
		'provider_name' => 'fact-cards',
		'title'         => $shown['title'] ?? '',
		'html'          => $note . $html,
	);
}
