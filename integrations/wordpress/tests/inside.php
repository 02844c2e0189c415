<?php
/**
 * Runs what comes from standard input inside WordPress. `php inside.php WORDPRESS [USER]`
 *
 * @package FactCards
 */

$url                  = (string) getenv( 'WORDPRESS_URL' );
$_SERVER['HTTP_HOST'] = parse_url( $url, PHP_URL_HOST ) . ':' . parse_url( $url, PHP_URL_PORT );
require $argv[1] . '/wp-load.php';
if ( isset( $argv[2] ) ) {
	wp_set_current_user( get_user_by( 'login', $argv[2] )->ID );
}
eval( stream_get_contents( STDIN ) );
