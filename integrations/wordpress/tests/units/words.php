<?php
/**
 * The words of the plugin and their translations.
 *
 * @package FactCards
 */

/** The plugin. */
const PLUGIN = __DIR__ . '/../../fact-cards';

/**
 * The messages of a file of gettext: a translation for each.
 *
 * @param string $file A .po or .pot file.
 * @return array<string, string>
 */
function messages( string $file ): array {
	$messages = array();
	$text     = preg_replace( '/"\n"/', '', (string) file_get_contents( $file ) );
	preg_match_all( '/^msgid "(.*)"\nmsgstr "(.*)"$/m', $text, $found, PREG_SET_ORDER );
	foreach ( $found as $message ) {
		$messages[ stripcslashes( $message[1] ) ] = stripcslashes( $message[2] );
	}
	unset( $messages[''] );
	return $messages;
}

/**
 * The messages of a compiled file.
 *
 * @param string $file A .mo file.
 * @return array<string, string>
 */
function compiled( string $file ): array {
	$bytes    = (string) file_get_contents( $file );
	$head     = unpack( 'Vmagic/Vrevision/Vcount/Voriginals/Vtranslations', $bytes );
	$messages = array();
	for ( $at = 0; $at < $head['count']; $at++ ) {
		$one   = unpack( 'Vlength/Voffset', $bytes, $head['originals'] + 8 * $at );
		$other = unpack( 'Vlength/Voffset', $bytes, $head['translations'] + 8 * $at );
		$id    = preg_replace( '/\A.*\x04/s', '', substr( $bytes, $one['offset'], $one['length'] ) );

		$messages[ $id ] = substr( $bytes, $other['offset'], $other['length'] );
	}
	unset( $messages[''] );
	return $messages;
}

return array(
	'every sentence of the plugin is there to be translated' => static function () {
		$template = messages( PLUGIN . '/languages/fact-cards.pot' );
		$count    = 0;
		foreach ( glob( PLUGIN . '/includes/*.php' ) as $file ) {
			preg_match_all( "/\\b(?:__|esc_html__|esc_html_e)\\( '((?:[^'\\\\]|\\\\.)*)', 'fact-cards' \\)/", (string) file_get_contents( $file ), $found );
			foreach ( $found[1] as $sentence ) {
				++$count;
				same( isset( $template[ stripcslashes( $sentence ) ] ), true, basename( $file ) . ": $sentence: run translate.sh" );
			}
		}
		same( $count > 50, true );
	},
	'every translation is whole, fills in what the sentence does, and is compiled' => static function () {
		$template = messages( PLUGIN . '/languages/fact-cards.pot' );
		foreach ( array( 'fr_FR', 'ar' ) as $language ) {
			$translated = messages( PLUGIN . "/languages/fact-cards-$language.po" );
			same( array_diff_key( $template, $translated ), array(), $language );
			same( array_diff_key( $translated, $template ), array(), $language );
			foreach ( $translated as $sentence => $translation ) {
				same( '' !== $translation, true, "$language: $sentence" );
				same( substr_count( $translation, '%s' ), substr_count( $sentence, '%s' ), "$language: $sentence" );
			}
			$compiled = compiled( PLUGIN . "/languages/fact-cards-$language.mo" );
			ksort( $compiled );
			ksort( $translated );
			same( $compiled, $translated, "$language: run translate.sh" );
		}
	},
	'block, plugin and readme have one version'      => static function () {
		$plugin = (string) file_get_contents( PLUGIN . '/fact-cards.php' );
		preg_match( '/^ \* Version: +(\S+)$/m', $plugin, $version );
		preg_match( "/^const VERSION = '(.*)';$/m", $plugin, $constant );
		preg_match( '/^Stable tag: (\S+)$/m', (string) file_get_contents( PLUGIN . '/readme.txt' ), $readme );
		$block = json_decode( (string) file_get_contents( PLUGIN . '/block/block.json' ), true );
		same( array( $constant[1], $readme[1], $block['version'] ), array_fill( 0, 3, $version[1] ) );
	},
);
