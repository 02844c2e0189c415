<?php
/**
 * What may stand in cards that another site has made: the list by which the element itself tames foreign markup
 * (src/browser/more.js of the project; a test compares the two). Nothing of it runs, asks the reader for something or
 * fetches.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

const ELEMENTS = '/\A(a|article|b|bdi|button|cite|d[dlt]|del|details|dialog|div|fieldset|h\d|input|label|legend|li|nav|ol|p|path|search|section|span|style|summary|svg|ul)\z/';

const ATTRIBUTES = '/\A(aria-.+|data-(?!shape$).+|checked|class|d|dir|for|href|id|lang|name|part|placeholder|popover.*|rel|role|tabindex|type|value|viewbox)\z/';

/** Attributes whose values matter, and which of them may stand. */
const VALUES = array(
	'href' => '~\A(https?:|#|[^:]*\z)~',
	'type' => '/\A(button|checkbox|radio|search)\z/',
);

/** Styles that fetch are left out, all of them. */
const FETCHES = '/url|@import|image-set|src\(|\\\\/i';

/** What could end a style sheet, or be an element where it stands in a drawing. `(width<=37em)` is neither. */
const TAG = '~<[^\s=\d]~';
