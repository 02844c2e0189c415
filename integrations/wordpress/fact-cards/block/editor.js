// The block “Fact cards” in the editor: asks for an address, shows the cards as readers get them, and says what is wrong.
// What it saves is a link; the cards are made when a page is shown (includes/block.php).
( function ( wp, given ) {
	'use strict';
	const { createElement: el, useEffect, useRef, useState } = wp.element;
	const { InspectorControls, useBlockProps } = wp.blockEditor;
	const { Button, CheckboxControl, Disabled, Notice, PanelBody, Placeholder, SelectControl, Spinner, TextControl } = wp.components;
	const { words, allowed } = given;

	// How long nothing is typed before the preview is fetched, in milliseconds.
	const CALM = 600;

	// The cards in a shadow root, as on the page: no style of the editor reaches them, and none of theirs the editor.
	function Cards( { shown } ) {
		const place = useRef();
		useEffect( () => {
			const host = place.current;
			const root = host.shadowRoot || host.attachShadow( { mode: 'open' } );
			const style = host.ownerDocument.createElement( 'style' );
			style.textContent = shown.style;
			// It holds only what the server has let through; nothing in it runs.
			root.innerHTML = shown.html;
			root.prepend( style );
		}, [ shown.html, shown.style ] );
		return el( 'div', { ref: place, lang: shown.language } );
	}

	// What the server says of these attributes; null while it is asked.
	function usePreview( { address, language, only, view } ) {
		const [ shown, setShown ] = useState( null );
		const wanted = wp.url.addQueryArgs( '/fact-cards/v1/preview', { address, language, only: only.join( ',' ), view } );
		useEffect( () => {
			if ( ! address ) return undefined;
			let isWanted = true;
			const ask = () =>
				wp.apiFetch( { path: wanted } ).then(
					( answer ) => isWanted && setShown( answer ),
					( error ) => isWanted && setShown( { problem: ( error && error.message ) || words.failed } )
				);
			const timer = setTimeout( ask, CALM );
			return () => {
				isWanted = false;
				clearTimeout( timer );
			};
		}, [ wanted ] );
		return shown;
	}

	function Edit( { attributes, setAttributes } ) {
		const { address, language, only, view } = attributes;
		const [ typed, setTyped ] = useState( address );
		const shown = usePreview( attributes );
		const title = shown && shown.title;
		useEffect( () => {
			// For the link that stays in the post.
			if ( title && title !== attributes.title ) setAttributes( { title } );
		}, [ title ] );
		const names = ( shown && shown.names ) || {};
		const choose = ( id, isChosen ) => setAttributes( { only: isChosen ? only.concat( id ) : only.filter( ( other ) => other !== id ) } );
		const hint = allowed.length ? words.allowed + ' ' + allowed.join( ', ' ) : words.noneAllowed;
		const submit = ( event ) => {
			event.preventDefault();
			setAttributes( { address: typed.trim() } );
		};
		const controls = el(
			InspectorControls,
			null,
			el(
				PanelBody,
				{ title: words.source },
				el( TextControl, { label: words.address, help: hint, type: 'url', dir: 'ltr', value: address, onChange: ( value ) => setAttributes( { address: value.trim() } ) } ),
				el( TextControl, { label: words.language, help: words.languageHelp, dir: 'ltr', value: language, onChange: ( value ) => setAttributes( { language: value.trim() } ) } ),
				el( SelectControl, {
					label: words.view,
					help: words.viewHelp,
					value: view || 'cards',
					options: Object.keys( words.views ).map( ( value ) => ( { value, label: words.views[ value ] } ) ),
					onChange: ( value ) => setAttributes( { view: value === 'cards' ? '' : value } ),
				} )
			),
			el(
				PanelBody,
				{ title: words.which, initialOpen: only.length > 0 },
				el( 'p', null, words.whichHelp ),
				// What is chosen and not there stays in the list: it can be taken away.
				Array.from( new Set( Object.keys( names ).concat( only ) ) ).map( ( id ) =>
					el( CheckboxControl, { key: id, label: names[ id ] || id, checked: only.includes( id ), onChange: ( isChosen ) => choose( id, isChosen ) } )
				)
			)
		);
		if ( ! address ) {
			return el(
				'div',
				useBlockProps(),
				controls,
				el(
					Placeholder,
					{ icon: 'id-alt', label: 'Fact cards', instructions: words.addressHelp + ' ' + hint },
					el(
						'form',
						{ onSubmit: submit },
						el( TextControl, { label: words.address, type: 'url', dir: 'ltr', value: typed, onChange: setTyped } ),
						el( Button, { variant: 'primary', type: 'submit' }, words.show )
					)
				)
			);
		}
		return el(
			'div',
			useBlockProps(),
			controls,
			! shown && el( 'p', null, el( Spinner ), ' ', words.waiting ),
			shown && shown.problem && el( Notice, { status: 'warning', isDismissible: false }, shown.problem ),
			shown && shown.html && el( Disabled, null, el( Cards, { shown } ) )
		);
	}

	// What stays where the plugin is gone, and where it cannot show anything else.
	function save( { attributes: { address, title } } ) {
		return /^https?:\/\//.test( address ) ? el( 'p', wp.blockEditor.useBlockProps.save(), el( 'a', { href: address }, title || address ) ) : null;
	}

	const isOfAllowed = ( text ) => allowed.some( ( folder ) => ( text + '/' ).indexOf( folder ) === 0 );

	wp.blocks.registerBlockType( 'fact-cards/cards', {
		edit: Edit,
		save,
		transforms: {
			from: [
				{
					// An allowed address that is pasted on a line of its own; before the block “Embed”.
					type: 'raw',
					priority: 5,
					isMatch: ( node ) => node.nodeName === 'P' && /^\s*https?:\/\/\S+\s*$/.test( node.textContent ) && isOfAllowed( node.textContent.trim() ),
					transform: ( node ) => wp.blocks.createBlock( 'fact-cards/cards', { address: node.textContent.trim() } ),
				},
			],
			to: [
				{
					type: 'block',
					blocks: [ 'core/paragraph' ],
					transform: ( { address } ) => wp.blocks.createBlock( 'core/paragraph', { content: wp.element.renderToString( el( 'a', { href: address }, address ) ) } ),
				},
			],
		},
	} );
} )( window.wp, window.factCards );
