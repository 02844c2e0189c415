<?php
/**
 * The page Settings → Fact cards.
 *
 * @package FactCards
 */

namespace FactCards;

defined( 'ABSPATH' ) || exit;

const SETTINGS_PAGE = 'fact-cards';

add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\add_settings_link' );

/** Adds the page to the menu. */
function add_settings_page(): void {
	add_options_page( __( 'Fact cards', 'fact-cards' ), __( 'Fact cards', 'fact-cards' ), 'manage_options', SETTINGS_PAGE, __NAMESPACE__ . '\settings_page' );
}

/**
 * Adds a link to the page to the list of plugins.
 *
 * @param string[] $links Those that there are.
 */
function add_settings_link( $links ) {
	$link = '<a href="' . esc_url( admin_url( 'options-general.php?page=' . SETTINGS_PAGE ) ) . '">' . esc_html__( 'Settings', 'fact-cards' ) . '</a>';
	return array_merge( array( $link ), (array) $links );
}

/** Registers what can be set. */
function register_settings(): void {
	register_setting( SETTINGS_PAGE, OPTION, array( 'sanitize_callback' => __NAMESPACE__ . '\sanitized' ) );
}

/**
 * What somebody has set, in one form. WordPress calls this also with what is there already.
 *
 * @param mixed $given What the form sends.
 */
function sanitized( $given ): array {
	$given = is_array( $given ) ? $given : array();
	$lines = $given['addresses'] ?? array();
	$lines = is_array( $lines ) ? $lines : preg_split( '/\s+/', (string) $lines );
	$kept  = array();
	foreach ( array_filter( array_map( 'trim', $lines ), 'strlen' ) as $line ) {
		$form = allowed_form( $line );
		if ( null === $form ) {
			add_settings_error( OPTION, 'fact-cards-address', sentence( problem( 'malformed', $line ) ) );
		} else {
			$kept[] = $form;
		}
	}
	if ( ! empty( $given['new_secret'] ) ) {
		new_secret();
	}
	return array(
		'addresses' => array_values( array_unique( $kept ) ),
		'minutes'   => min( 1440, max( 1, (int) ( $given['minutes'] ?? USUAL_MINUTES ) ) ),
		'script'    => ! empty( $given['script'] ),
	);
}

/** Shows the page. */
function settings_page(): void {
	$set = settings();
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Fact cards', 'fact-cards' ); ?></h1>
		<form method="post" action="options.php">
			<?php settings_fields( SETTINGS_PAGE ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="fact-cards-addresses"><?php esc_html_e( 'Allowed addresses', 'fact-cards' ); ?></label></th>
					<td>
						<textarea id="fact-cards-addresses" name="<?php echo esc_attr( OPTION ); ?>[addresses]" rows="4" class="large-text code" dir="ltr" spellcheck="false" aria-describedby="fact-cards-addresses-help" placeholder="https://cards.example/"><?php echo esc_textarea( implode( "\n", $set['addresses'] ) ); ?></textarea>
						<p class="description" id="fact-cards-addresses-help"><?php esc_html_e( 'One a line. Everybody who writes here may show the cards of these sites, and of all that lies below. Nothing is fetched from elsewhere.', 'fact-cards' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="fact-cards-minutes"><?php esc_html_e( 'Ask for news every', 'fact-cards' ); ?></label></th>
					<td>
						<input id="fact-cards-minutes" name="<?php echo esc_attr( OPTION ); ?>[minutes]" type="number" min="1" max="1440" class="small-text" value="<?php echo esc_attr( (string) $set['minutes'] ); ?>"> <?php esc_html_e( 'minutes', 'fact-cards' ); ?>
						<p class="description"><?php esc_html_e( 'What changes at the source shows within this time. Where that is gone, what was there last stays.', 'fact-cards' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><?php esc_html_e( 'Script', 'fact-cards' ); ?></th>
					<td>
						<label><input name="<?php echo esc_attr( OPTION ); ?>[script]" type="checkbox" value="1" <?php checked( $set['script'] ); ?>> <?php esc_html_e( 'The script of these sites may run in articles', 'fact-cards' ); ?></label>
						<p class="description"><?php esc_html_e( 'Search, filters and views need it, so allow only sites that you trust with that. Without it readers can still read, open and filter by kind.', 'fact-cards' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><?php esc_html_e( 'Webhook', 'fact-cards' ); ?></th>
					<td>
						<p><?php esc_html_e( 'Whoever publishes the cards can call this, and readers get the new ones at once:', 'fact-cards' ); ?></p>
						<p><code dir="ltr" style="overflow-wrap:anywhere"><?php echo esc_html( "curl -X POST -H 'X-Fact-Cards-Secret: " . secret() . "' '" . rest_url( REST_NAMESPACE . '/refresh' ) . "'" ); ?></code></p>
						<label><input name="<?php echo esc_attr( OPTION ); ?>[new_secret]" type="checkbox" value="1"> <?php esc_html_e( 'Make another secret', 'fact-cards' ); ?></label>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
		<?php list_of_sources(); ?>
	</div>
	<?php
}

/** Lists what is kept, and how it went last. */
function list_of_sources(): void {
	$states = all_states();
	if ( array() === $states ) {
		return;
	}
	?>
	<h2><?php esc_html_e( 'What articles show', 'fact-cards' ); ?></h2>
	<table class="widefat striped">
		<thead><tr>
			<th scope="col"><?php esc_html_e( 'Address', 'fact-cards' ); ?></th>
			<th scope="col"><?php esc_html_e( 'Language', 'fact-cards' ); ?></th>
			<th scope="col"><?php esc_html_e( 'Asked', 'fact-cards' ); ?></th>
			<th scope="col"><?php esc_html_e( 'How it went', 'fact-cards' ); ?></th>
		</tr></thead>
		<tbody>
		<?php foreach ( $states as $key => $state ) : ?>
			<tr>
				<td dir="ltr"><?php echo esc_html( $state['address'] ); ?></td>
				<td><?php echo esc_html( '' === $state['language'] ? '—' : $state['language'] ); ?></td>
				<td>
				<?php
				if ( $state['checked'] > 0 ) {
					/* translators: %s: a time, such as “5 minutes” */
					echo esc_html( sprintf( __( '%s ago', 'fact-cards' ), human_time_diff( $state['checked'] ) ) );
				}
				?>
				</td>
				<td>
				<?php
				if ( null === $state['problem'] ) {
					esc_html_e( 'The facts are there.', 'fact-cards' );
				} else {
					echo esc_html( sentence( problem( ...$state['problem'] ) ) );
					echo ' ';
					null === kept_facts( $key ) ? esc_html_e( 'Readers see a link.', 'fact-cards' ) : esc_html_e( 'Readers see the last good facts.', 'fact-cards' );
				}
				?>
				</td>
			</tr>
		<?php endforeach; ?>
		</tbody>
	</table>
	<?php
}
