<?php
/**
 * Plugin Name:       Fact cards
 * Description:       Puts the fact cards of a site made with fact-cards into articles: a block, a shortcode, or just its address.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The fact-cards authors
 * License:           MIT OR Apache-2.0
 * Text Domain:       fact-cards
 * Domain Path:       /languages
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';

/** The file of the plugin, by which WordPress knows it. */
const FILE = __FILE__;

// From what knows least to what knows most.
require __DIR__ . '/includes/problems.php';
require __DIR__ . '/includes/addresses.php';
require __DIR__ . '/includes/network.php';
require __DIR__ . '/includes/allowlist.php';
require __DIR__ . '/includes/markup.php';
require __DIR__ . '/includes/snippet.php';
require __DIR__ . '/includes/options.php';
require __DIR__ . '/includes/fetch.php';
require __DIR__ . '/includes/store.php';
require __DIR__ . '/includes/page-caches.php';
require __DIR__ . '/includes/facts.php';
require __DIR__ . '/includes/schedule.php';
require __DIR__ . '/includes/loader.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/shortcode.php';
require __DIR__ . '/includes/embed.php';
require __DIR__ . '/includes/preview.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/webhook.php';
require __DIR__ . '/includes/settings.php';

add_action(
	'init',
	static function () {
		load_plugin_textdomain( 'fact-cards', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	},
	1
);
