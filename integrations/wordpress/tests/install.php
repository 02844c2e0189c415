<?php
/**
 * Installs WordPress for the tests: a user for each role, their passwords like their names, and the plugin with one
 * allowed address. `php install.php WORDPRESS ADDRESS`
 *
 * @package FactCards
 */

define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = (string) parse_url( (string) getenv( 'WORDPRESS_URL' ), PHP_URL_HOST ) . ':' . parse_url( (string) getenv( 'WORDPRESS_URL' ), PHP_URL_PORT );

list( , $wordpress, $address ) = $argv;
mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
( new mysqli( null, 'root', '', '', 0, (string) getenv( 'WORDPRESS_SOCKET' ) ) )->query( 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4' );
require $wordpress . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// Nobody is sent a letter.
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'News of the test', 'administrator', 'administrator@news.example', false, '', 'administrator' );
foreach ( array( 'editor', 'author' ) as $name ) {
	wp_insert_user(
		array(
			'user_login' => $name,
			'user_pass'  => $name,
			'user_email' => $name . '@news.example',
			'role'       => $name,
		)
	);
}
foreach ( get_users() as $user ) {
	// No windows that welcome somebody.
	update_user_meta( $user->ID, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => '2026-01-01T00:00:00.000Z' ) );
}
$problem = activate_plugin( 'fact-cards/fact-cards.php' );
if ( is_wp_error( $problem ) ) {
	fwrite( STDERR, $problem->get_error_message() . "\n" );
	exit( 1 );
}
update_option( 'fact_cards_settings', array( 'addresses' => array( $address ), 'minutes' => 10, 'script' => true ) );
update_option( 'timezone_string', 'UTC' );
echo "installed\n";
