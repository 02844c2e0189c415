// Prerendered markup in miniature, in the form that `crates/site/src/pages/snippet.rs` and `mount.rs` write.
import { SITE } from "./scripts.mjs";

export const CANNOT_START = "Search and most filters do not work right now. All facts can still be read.";
export const STATUS = "4 cards, 4 facts from 2 articles";
const KINDS = ["all", "member", "operation", "venue"];
const CARDS = { dgsn: "member", neptune: "operation", glasgow: "venue", rabat: "venue" };

const card = ([name, kind]) => `<article part="card" id="card=${name}" data-card="${name}" data-kind="${kind}" tabindex="-1" class="card"
  ><p class="kicker"><span>${kind}</span><span class="takes"><button type="button" class="take">Link</button></span></p
  ><h3 id="name=${name}" class="name"><span>${name}</span></h3><ul role="list" class="facts"
  ><li part="fact" id="fact=of-${name}" data-fact="of-${name}" class="fact"><p class="statement"><span>Of ${name}.</span></p
  ><details part="source" class="source"><summary><span>¶1</span></summary><p>The article</p></details
  ><span class="takes"><button type="button" class="take">Link</button><button type="button" class="take">Cite</button></span></li></ul
  ><details class="two-steps"><summary>Two steps away</summary></details
  ><ul role="list" class="related"><li><a href="#card=neptune">Neptune</a></li><li><a href="#card=nowhere">Nowhere</a></li></ul></article>`;

const choice = (name, value, checked) =>
  `<input value="${value}"${checked ? " checked" : ""} type="radio" name="${name}" id="${name}-${value}" class="one-choice">`;

const PAGES = `<nav class="pages" data-page="0"><a rel="next" href="${SITE}page/2/"><span>Next</span></a></nav>`;
const VIEWS = `${["cards", "map"].map((view, at) => choice("view", view, !at)).join("")}<div class="view" data-view="map"></div>`;

// The widget in its mount. `views` adds the views, as on our own pages; `pages` the page links, as in a long story.
export const mount = ({ language = "en", title = "The facts", views, pages } = {}) => `<div class="fact-cards-mount" data-cannot-start="${CANNOT_START}" data-shape="1"
  ><section lang="${language}" class="fact-cards"><div class="masthead"><h2 id="title" class="title">${title}</h2><p class="lead">What is known.</p></div
  >${KINDS.map((kind, at) => choice("kind", kind, !at)).join("")}<search class="controls"><div class="kinds"
  >${KINDS.map((kind) => `<label for="kind-${kind}" data-kind="${kind}" class="kind"><span>${kind}</span></label>`).join("")}</div
  ><input value="" type="search" name="q" class="search"></search
  >${views ? VIEWS : ""}<div class="status-line"><p role="status" class="status"><span>${STATUS}</span></p></div
  ><div class="cards">${Object.entries(CARDS).map(card).join("")}</div>${pages ? PAGES : ""}</section></div>`;

// The element with that content, and the fallback link for browsers that show no cards.
export const element = (inside = "", attributes = "") => `<fact-cards ${attributes}>${inside}<a href="${SITE}">The facts</a></fact-cards>`;

export const CARD_STYLES = ".card{color:green}";

// As in the file `snippet/LANGUAGE.html`, and in an article into which it is pasted.
export const snippet = (options, attributes = `lang="${options?.language ?? "en"}"`) =>
  element(`<template shadowrootmode="open"><style>${CARD_STYLES}</style>${mount(options)}</template>`, attributes);

// As on our own pages, whose styles are in the head.
export const ownPage = (options, attributes = 'lang="en" sync-url') => element(mount(options), attributes);
