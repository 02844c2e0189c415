<?php
/**
 * The files of WordPress, and its front page for every other path: PHP's own server takes `oembed/1.0/proxy` for a file.
 *
 * @package FactCards
 */

$path = (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$file = realpath( $_SERVER['DOCUMENT_ROOT'] . $path );
if ( false !== $file && ( is_file( $file ) || is_file( $file . '/index.php' ) ) ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF']    = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
