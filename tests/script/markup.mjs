// Prerendered markup in miniature, in the form that `crates/site/src/pages/snippet.rs` and `mount.rs` write.
import { SITE } from "./scripts.mjs";

export const CANNOT_START = "Search and most filters do not work right now. All facts can still be read.";
export const STATUS = "4 cards, 4 facts from 2 articles";
const KINDS = ["all", "member", "operation", "venue"];
const CARDS = { dgsn: "member", neptune: "operation", glasgow: "venue", rabat: "venue" };

const card = ([name, kind], at, show = Infinity) => `<article part="card" id="card=${name}" data-card="${name}" data-kind="${kind}"${at >= show ? " data-rest" : ""} tabindex="-1" class="card"
  ><span aria-hidden="true" class="face"><svg viewBox="0 0 64 64"><path d="m0 0 9 9z"></path></svg></span
  ><p class="kicker"><span aria-hidden="true" class="glyph"></span>${kind}</p><h3 id="name=${name}" class="name">${name}</h3
  ><p class="summary">What ${name} is.</p><p class="figures"><span part="figure" class="figure"><b>1</b> fact</span></p
  ><details class="facts-of"><summary aria-describedby="name=${name}">1 fact · Article</summary><div class="body"><ul role="list" class="facts"
  ><li part="fact" id="fact=of-${name}" data-fact="of-${name}" class="fact"><p class="statement">Of ${name}.</p
  ><p class="meta"><span class="source">Article ¶1</span></p></li></ul><div class="side"
  ><ul role="list" class="related"><li><a href="#card=neptune">Neptune</a></li><li><a href="#card=nowhere">Nowhere</a></li></ul></div></div></details></article>`;

const FOOT = `<p class="foot"><button type="button" class="export open-all">Open all</button> <span>Save what is shown</span
  > <button type="button" class="export">CSV</button> <button type="button" class="export">JSON</button></p>`;
const SHOW_ALL = `<details class="show-all"><summary><span>Show all 4 cards</span><span>Show fewer</span></summary></details>`;

const choice = (name, value, checked) =>
  `<input value="${value}"${checked ? " checked" : ""} type="radio" name="${name}" id="${name}-${value}" class="one-choice">`;

const PAGES = `<nav class="pages" data-page="0"><a rel="next" href="${SITE}page/2/"><span>Next</span></a></nav>`;
const VIEWS = `${["cards", "map"].map((view, at) => choice("view", view, !at)).join("")}<div class="view" data-view="map"></div>`;

// The widget in its mount. `views` adds the views, as on our own pages; `pages` the page links, as in a long story; `show` is how
// many cards stand before the button that shows all.
export const mount = ({ language = "en", title = "The facts", views, pages, show } = {}) => `<div class="fact-cards-mount" data-cannot-start="${CANNOT_START}" data-shape="1"
  ><section lang="${language}" class="fact-cards"><div class="masthead"><h2 id="title" class="title">${title}</h2><p class="lead">What is known.</p></div
  >${KINDS.map((kind, at) => choice("kind", kind, !at)).join("")}<search class="controls"><div class="kinds"
  >${KINDS.map((kind) => `<label for="kind-${kind}" data-kind="${kind}" class="kind"><span>${kind}</span></label>`).join("")}</div
  ><input value="" type="search" name="q" class="search"></search
  >${views ? VIEWS : ""}<div class="views-line"><div class="status-line"><p role="status" class="status"><span>${STATUS}</span></p></div></div
  ><div class="cards">${Object.entries(CARDS).map((entry, at) => card(entry, at, show)).join("")}</div
  >${show ? SHOW_ALL : ""}${pages ? PAGES : ""}${FOOT}</section></div>`;

// The element with that content, and the fallback link for browsers that show no cards.
export const element = (inside = "", attributes = "") => `<fact-cards ${attributes}>${inside}<a href="${SITE}">The facts</a></fact-cards>`;

export const CARD_STYLES = ".card{color:green}";

// As in the file `snippet/LANGUAGE.html`, and in an article into which it is pasted.
export const snippet = (options, attributes = `lang="${options?.language ?? "en"}"`) =>
  element(`<template shadowrootmode="open"><style>${CARD_STYLES}</style>${mount(options)}</template>`, attributes);

// As on our own pages, whose styles are in the head.
export const ownPage = (options, attributes = 'lang="en" sync-url') => element(mount(options), attributes);

// A card by itself, as in the file `snippet/ID/LANGUAGE.html`.
export const SINGLE_STYLES = ".card{color:blue}";
export const single = (id, { language = "en" } = {}) =>
  element(
    `<template shadowrootmode="open"><style>${SINGLE_STYLES}</style><div class="fact-cards-mount" data-shape="2" data-only="${id}" data-close="Close"
  ><section lang="${language}" dir="ltr" class="fact-cards" data-bare><div class="cards">${card([id, CARDS[id]], 0).replaceAll("h3", "h2")}</div
  ><details class="about"><summary>1 fact from 1 article</summary></details><p class="whole"><a href="${SITE}">The facts</a></p></section></div></template>`,
    `only="${id}" lang="${language}"`,
  );
