<?php
/**
 * Runs the tests that need no WordPress: those whose names have all the words. Tells of them in TAP.
 *
 * @package FactCards
 */

define( 'ABSPATH', __DIR__ );

/** What a problem is in WordPress, as far as the tests go. */
final class WP_Error { // phpcs:ignore
	private $code;
	private $data;
	public function __construct( $code, $message, $data ) {
		$this->code = $code;
		$this->data = $data;
	}
	public function get_error_code() {
		return $this->code;
	}
	public function get_error_data() {
		return $this->data;
	}
}

function __( $text ) { // phpcs:ignore
	return $text;
}

define( 'FactCards\VERSION', '0.0.0' );
foreach ( array( 'problems', 'addresses', 'network', 'allowlist', 'markup', 'snippet' ) as $file ) {
	require dirname( __DIR__ ) . "/fact-cards/includes/$file.php";
}

/** A mistake in what is tested. */
final class Failed extends Exception {} // phpcs:ignore

/**
 * Fails unless two values are the same.
 *
 * @param mixed  $is   What it is.
 * @param mixed  $must What it must be.
 * @param string $of   What it is about.
 */
function same( $is, $must, string $of = '' ): void {
	if ( $is !== $must ) {
		throw new Failed( "$of\nis   " . var_export( $is, true ) . "\nnot  " . var_export( $must, true ) );
	}
}

set_error_handler(
	static function ( $kind, $message, $file, $line ) {
		if ( error_reporting() & $kind ) {
			throw new ErrorException( $message, 0, $kind, $file, $line );
		}
		return false;
	}
);

$tests = array();
foreach ( glob( __DIR__ . '/units/*.php' ) as $file ) {
	$tests += require $file;
}
$words  = array_slice( $argv, 1 );
$tests  = array_filter(
	$tests,
	static function ( string $name ) use ( $words ): bool {
		foreach ( $words as $word ) {
			if ( false === strpos( $name, $word ) ) {
				return false;
			}
		}
		return true;
	},
	ARRAY_FILTER_USE_KEY
);
$passed = 0;
$number = 0;
echo "TAP version 13\n";
foreach ( $tests as $name => $test ) {
	++$number;
	try {
		$test();
		++$passed;
		echo "ok $number - $name\n";
	} catch ( Throwable $error ) {
		echo "not ok $number - $name\n  ---\n  ", str_replace( "\n", "\n  ", $error->getMessage() . "\n" . $error->getFile() . ':' . $error->getLine() ), "\n  ...\n";
	}
}
echo "1..$number\n# tests $number\n# pass $passed\n# fail ", $number - $passed, "\n";
exit( $number === $passed ? 0 : 1 );
