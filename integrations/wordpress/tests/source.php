<?php
/**
 * The source of the facts: `/NAME/…` has the files of a site under any name. What is written into the file NAME of the folder
 * for faults goes wrong under that name only. Each request is written down.
 *
 * @package FactCards
 */

$path = (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( ! preg_match( '~\A/([a-z-]+)/(.*)\z~', $path, $found ) ) {
	http_response_code( 404 );
	return true;
}
list( , $name, $rest ) = $found;
$place = (string) getenv( 'SOURCE_FOLDER' );
$fault = is_file( "$place/faults/$name" ) ? trim( (string) file_get_contents( "$place/faults/$name" ) ) : '';
file_put_contents( "$place/asked", "$path\n", FILE_APPEND | LOCK_EX );
$file = "$place/site/$rest";
$file = is_dir( $file ) ? rtrim( $file, '/' ) . '/index.html' : $file;
header( 'Access-Control-Allow-Origin: *' );
$kinds = array( 'html' => 'text/html; charset=utf-8', 'js' => 'text/javascript', 'json' => 'application/json', 'wasm' => 'application/wasm', 'css' => 'text/css' );
header( 'Content-Type: ' . ( $kinds[ pathinfo( $file, PATHINFO_EXTENSION ) ] ?? 'application/octet-stream' ) );
$body = is_file( $file ) ? (string) file_get_contents( $file ) : null;

switch ( $fault ) {
	case 'gone':
		$body = null;
		break;
	case 'older':
		// Without the files of single cards.
		$body = preg_match( '~^snippet/[^/]+/~', $rest ) ? null : $body;
		break;
	case 'broken':
		http_response_code( 503 );
		return true;
	case 'elsewhere':
		header( 'Location: http://localhost:' . $_SERVER['SERVER_PORT'] . $path, true, 302 );
		return true;
	case 'round':
		header( 'Location: ' . $path, true, 302 );
		return true;
	case 'large':
		$body = str_repeat( 'x', 3 << 20 );
		break;
	case 'compressed':
		header( 'Content-Encoding: gzip' );
		$body = gzencode( str_repeat( "\0", 64 << 20 ), 9 );
		break;
	case 'page':
		$body = '<!doctype html><html lang="en"><title>A page</title><p>Nothing of ours.</p>';
		break;
	case 'version':
		$body = '<fact-cards lang="en"><template shadowrootmode="open"><main>Another time</main></template><a href="/">T</a></fact-cards>';
		break;
	case 'changed':
		$body = null === $body ? null : str_replace( 'Operation NEPTUNE', 'Operation CHANGED', $body );
		break;
	case 'hostile':
		$body = null === $body ? null : str_replace( '<div class="cards">', '<div class="cards"><script>parent.ran = 1</script><img src=x onerror="parent.ran = 1"><svg><style><img src=x onerror=parent.ran=1></style></svg><a href="javascript:parent.ran=1" onclick="parent.ran = 1">hostile</a><iframe src="/"></iframe>', $body );
		break;
}
if ( null === $body ) {
	http_response_code( 404 );
	return true;
}
$tag = '"' . md5( $body ) . '"';
header( "ETag: $tag" );
if ( ( $_SERVER['HTTP_IF_NONE_MATCH'] ?? '' ) === $tag ) {
	http_response_code( 304 );
	return true;
}
echo $body;
return true;
