<?php
/**
 * What may stand of another site's HTML.
 *
 * @package FactCards
 */

use const FactCards\ATTRIBUTES;
use const FactCards\ELEMENTS;
use const FactCards\VALUES;
use function FactCards\only_cards;
use function FactCards\read_snippet;
use function FactCards\tamed_style;

/** Where the snippets of these tests are. */
const HOME = 'https://cards.example/a/';

/**
 * A snippet with something in its one card.
 *
 * @param string $inside What the card holds.
 * @param string $style  Its styles.
 */
function snippet_with( string $inside, string $style = 'p{color:red}' ): string {
	return '<fact-cards lang="en"><template shadowrootmode="open"><style>' . $style . '</style><div class="fact-cards-mount" data-shape="1"><section class="fact-cards"><div class="cards"><article class="card" data-card="one"><h3 class="name">One</h3>' . $inside . '</article></div></section></div></template><a href="' . HOME . '">T &amp; U</a></fact-cards>' . "\n" . '<script type="module" async src="' . HOME . 'fact-cards.js"></script>';
}

/**
 * What is left of something in a card.
 *
 * @param string $inside What the card holds.
 */
function left_of( string $inside ): string {
	$read = read_snippet( snippet_with( $inside ), HOME . 'snippet/en.html' );
	same( is_array( $read ), true, $inside );
	return substr( $read['cards'], strlen( '<div class="fact-cards-mount"><section class="fact-cards"><div class="cards"><article class="card" data-card="one"><h3 class="name">One</h3>' ), -strlen( '</article></div></section></div>' ) );
}

return array(
	'a snippet is read whole'                        => static function () {
		$read = read_snippet( snippet_with( '<p>Text</p>' ), HOME . 'snippet/en.html' );
		same( array( $read['title'], $read['link'], $read['language'], $read['loader'], $read['style'], $read['names'] ), array( 'T & U', HOME, 'en', HOME . 'fact-cards.js', 'p{color:red}', array( 'one' => 'One' ) ) );
	},
	'what is no snippet says what it is instead'     => static function () {
		foreach ( array( '' => 'not-ours', '<p>A page</p>' => 'not-ours', "\xff\xfe" => 'not-ours', "<fact-cards>\0" => 'not-ours', '<fact-cards></fact-cards>' => 'version', '<fact-cards><template><div class="fact-cards-mount"></div></template></fact-cards>' => 'version' ) as $html => $code ) {
			same( read_snippet( $html, HOME )->get_error_code(), $code, $html );
		}
	},
	'what we write ourselves stays to the letter'    => static function () {
		foreach ( array(
			'<p class="kicker"><span class="glyph" aria-hidden="true"></span>Operation · works</p>',
			'<details class="facts-of"><summary aria-describedby="name=one"><span>3 facts</span></summary><div class="body"><ul role="list"><li id="fact=a" data-fact="a" part="fact"><p>“A” &amp; &lt;b&gt;</p></li></ul></div></details>',
			'<input value="all" checked="" class="one-choice" type="radio" name="kind" id="kind-all"><label for="kind-all">All</label>',
			'<svg viewbox="0 0 48 48" aria-hidden="true"><path d="M0 0h1z"></path></svg>',
			'<dialog class="filters" id="filters" popover="auto"></dialog><search><button type="button">F</button></search>',
			'<p lang="ar" dir="rtl">المغرب <bdi>INTERPOL</bdi></p>',
			'<dl><div><dt>A</dt><dd><cite>B</cite></dd></div></dl><ol><li><del>x</del></li></ol><fieldset><legend>L</legend></fieldset><nav><a href="https://x.example/?a=1&amp;b=2" rel="next">N</a></nav>',
		) as $html ) {
			same( left_of( $html ), $html );
		}
	},
	'nothing that runs is left'                      => static function () {
		foreach ( array(
			'<script>alert(1)</script>',
			'<SCRIPT SRC=//evil.example></SCRIPT>',
			'<img src=x onerror=alert(1)>',
			'<iframe src="javascript:alert(1)"></iframe>',
			'<object data="x"></object><embed src="x"><base href="//evil.example"><link rel=stylesheet href=x><meta http-equiv=refresh content="0;x"><form action=x><input name=q></form>',
			'<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
			'<svg><style><img src=x onerror=alert(1)></style></svg>',
			'<svg><script>alert(1)</script><use href="data:x"></use><foreignObject><iframe></iframe></foreignObject><animate onbegin=alert(1)></svg>',
			'<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
			'<xmp><img src=x onerror=alert(1)></xmp><plaintext><img src=x onerror=alert(1)>',
			'<!--><img src=x onerror=alert(1)>--><![CDATA[<img src=x onerror=alert(1)>]]><?php echo 1 ?>',
			'<p style="background:url(//evil.example)" onclick="alert(1)" onfocus=alert(1) autofocus formaction=x srcdoc=x ping=x srcset=x>t</p>',
			'<button type="submit" form="x" formaction="javascript:alert(1)">t</button>',
		) as $html ) {
			$left = left_of( $html );
			foreach ( array( '<script', '<img', '<iframe', '<object', '<embed', '<base', '<link', '<meta', '<form', '<style', '<use', '<animate', ' on', ' style=', ' src', 'formaction', 'type="submit"', '<?', '<!' ) as $part ) {
				same( stripos( preg_replace( '/>[^<]*/', '>', $left ), $part ), false, "$html\n$left\n$part" );
			}
		}
	},
	'links lead to the web only'                     => static function () {
		foreach ( array( 'javascript:alert(1)', ' javascript:alert(1)', "java\nscript:alert(1)", 'JAVASCRIPT:alert(1)', '&#106;avascript:alert(1)', "\x01javascript:alert(1)", 'data:text/html,x', 'vbscript:x', 'blob:x', "https\n:x" ) as $address ) {
			same( left_of( '<a href="' . $address . '">t</a>' ), '<a>t</a>', $address );
		}
		same( left_of( '<a href="../">t</a><a href="#card=one">u</a>' ), '<a href="' . HOME . '">t</a><a href="#card=one">u</a>' );
	},
	'text never becomes markup'                      => static function () {
		same( left_of( '<p data-x="&quot;&gt;&lt;script&gt;">&lt;script&gt;alert(1)&lt;/script&gt;</p>' ), '<p data-x="&quot;&gt;&lt;script&gt;">&lt;script&gt;alert(1)&lt;/script&gt;</p>' );
		same( strpos( left_of( '<p title=x/onmouseover=alert(1) "=">t</p><p a<b=1>u</p>' ), 'onmouseover' ), false );
	},
	'no sign begins a smiley'                        => static function () {
		same( left_of( '<p>a :) ;-) b 8) 8 8,000 c:) 10:30</p><p>:twisted:</p>' ), '<p>a &#58;) &#59;-) b &#56;) 8 &#56;,000 c:) 10:30</p><p>&#58;twisted:</p>' );
	},
	'nesting without end is cut off'                 => static function () {
		$left = left_of( str_repeat( '<div>', 5000 ) . 'x' );
		same( substr_count( $left, '<div>' ) <= 100, true );
		same( strpos( $left, 'x' ), false );
	},
	'styles fetch nothing and end where they should' => static function () {
		foreach ( array( 'a{b:url(x)}', 'a{b:URL (x)}', '@import "x"', 'a{b:image-set("x" 1x)}', 'a{b:src("x")}', 'a{b:\75rl(x)}', 'a{}</style><script>', 'a{}<!--', 'a{}<img', 'a{}<' . "\u{e9}" ) as $css ) {
			same( tamed_style( $css ), '', $css );
		}
		$css = '@container x (width<=37em){a{b:c}}@media (1px < width){a>b{c:d}}';
		same( tamed_style( $css ), $css );
		same( tamed_style( "<!--$css-->\n" ), $css );
		same( tamed_style( 'a{}<!--b{}-->' ), '' );
		same( read_snippet( snippet_with( '', 'a{b:url(x)}' ), HOME )['style'], '' );
	},
	'script and base of another site are not ours'   => static function () {
		$html = str_replace( HOME . 'fact-cards.js', 'https://evil.example/x.js', snippet_with( '' ) );
		same( read_snippet( $html, HOME . 'snippet/en.html' )['loader'], '' );
		$html = str_replace( '<fact-cards ', '<fact-cards src="https://evil.example/story.bin" ', snippet_with( '' ) );
		same( read_snippet( $html, HOME . 'snippet/en.html' )['src'], '' );
		foreach ( array( 'https://evil.example/' => false, HOME => true ) as $base => $stays ) {
			$html = str_replace( 'data-shape="1"', "data-base=\"$base\"", snippet_with( '' ) );
			same( strpos( read_snippet( $html, HOME )['cards'], 'data-base' ) !== false, $stays, $base );
		}
	},
	'no markup says that an engine has made it'      => static function () {
		same( strpos( read_snippet( snippet_with( '<p data-shape="2">t</p>' ), HOME )['cards'], 'data-shape' ), false );
	},
	'only some cards are all that is left'           => static function () {
		$facts = array(
			'cards' => '<div class="fact-cards-mount"><section class="fact-cards" aria-labelledby="title"><search>S</search><div class="cards"><article class="card" data-card="a&quot;b" data-rest="">A</article><article data-card="c">C</article></div><details class="about"><summary>72 facts</summary><dl></dl></details></section></div>',
			'title' => 'A & B',
			'link'  => HOME,
		);
		same( only_cards( $facts, array( 'c', 'none', 'a"b' ) ), '<div class="fact-cards-mount" data-only="c,none,a&quot;b"><section class="fact-cards" data-bare=""><div class="cards"><article data-card="c">C</article><article class="card" data-card="a&quot;b">A</article></div><details class="about"><summary>A &amp; B</summary><dl></dl></details><p class="whole"><a href="' . HOME . '">A &amp; B</a></p></section></div>' );
		same( only_cards( $facts, array( 'none' ) ), '' );
		$alone = array( 'cards' => '<div class="fact-cards-mount"><section class="fact-cards" data-bare=""><div class="cards"></div></section></div>' ) + $facts;
		same( only_cards( $alone, array( 'c' ) ), $alone['cards'] );
	},
	'the list is that of the element'                => static function () {
		$script = implode( '', array_map( 'file_get_contents', glob( dirname( __DIR__, 4 ) . '/src/browser/*.js' ) ) );
		same( preg_match( '~const OURS = /\^(.*)\$/;~', $script, $ours ), 1 );
		same( preg_match( '~const PLAIN = /\^(.*)\$/;~', $script, $plain ), 1 );
		same( preg_match( '~const SAFE = \{ href: /\^(.*)/, type: /\^(.*)\$/ \};~', $script, $safe ), 1 );
		same( VALUES['href'], '~\A' . str_replace( '$', '\z', $safe[1] ) . '~' );
		same( VALUES['type'], '/\A' . $safe[2] . '\z/' );
		same( ELEMENTS, '/\A' . $ours[1] . '\z/' );
		same( ATTRIBUTES, '/\A' . str_replace( 'viewBox', 'viewbox', $plain[1] ) . '\z/' );
	},
);
