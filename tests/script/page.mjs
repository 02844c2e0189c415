// An article with the element in a DOM of its own, with the scripts, a network and a stand-in for the engine.
//
// The DOM is jsdom's. What it lacks is in `polyfills.mjs`; what it cannot check (styles, hit testing, the focus ring,
// policies, integrity, hydration) the visits check in real browsers.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mock } from "node:test";
import { Engine } from "./engine.mjs";
import { polyfill, attachDeclarativeShadowRoots } from "./polyfills.mjs";
import { snippet } from "./markup.mjs";
import { Network } from "./network.mjs";
import { FILTER, GLUE, SITE, WASM, runForeign, runHydrate, runLoader } from "./scripts.mjs";

// The folder of the packages, since modules ignore NODE_PATH.
const { JSDOM, VirtualConsole } = createRequire(`${process.env.FACT_CARDS_NPM}/`)("jsdom");

// Lets all promises settle.
const settle = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise(setImmediate);
};

class Page {
  network = new Network();
  engine = new Engine();
  // The events of elements as [event, detail, id], and the console's errors.
  heard = [];
  said = [];

  constructor(body, address) {
    const virtualConsole = new VirtualConsole();
    virtualConsole.on("error", (error) => this.said.push(`${error}`));
    const text = `<!doctype html><html lang="en"><body><p id="before">Before.</p>${body}<p id="after">After.</p></body></html>`;
    this.dom = new JSDOM(text, { url: address, runScripts: "outside-only", virtualConsole });
    this.window = this.dom.window;
    this.document = this.window.document;
    for (const event of ["ready", "change", "error"]) {
      this.document.addEventListener(`fact-cards-${event}`, ({ detail, target }) => this.heard.push([event, detail, target.id]));
    }
    const { window } = this;
    this.given = {
      context: this.dom.getInternalVMContext(),
      fetch: this.network.fetch,
      XMLHttpRequest: this.network.XMLHttpRequest(window.DOMParser),
      ...polyfill(window),
    };
    this.importModule = this.network.importing((address) =>
      address.includes(FILTER) ? runForeign(this.given) : runHydrate(this.given, this.importModule, this.engine, address),
    );
    this.network.put(SITE + FILTER, "");
    this.network.put(SITE + GLUE, "");
    this.network.put(SITE + WASM, "the engine");
    for (const language of ["en", "ar"]) {
      this.network.put(`${SITE}snippet/${language}.html`, snippet({ language, title: `The facts in ${language}` }));
    }
  }

  // Runs the loader, as often as an article includes it.
  async load(languages = '["en","ar"]') {
    runLoader(this.given, this.importModule, languages);
    await settle();
  }

  // Advances the clock by that many milliseconds, and runs what is due by then.
  async pass(milliseconds = 1) {
    mock.timers.tick(milliseconds);
    await settle();
  }

  get element() {
    return this.document.querySelector("fact-cards");
  }

  // The mount of an element, in its shadow root or in itself.
  mount(element = this.element) {
    return (element.shadowRoot ?? element).querySelector(".fact-cards-mount");
  }

  find(selector, element = this.element) {
    return this.mount(element).querySelector(selector);
  }

  cards(element = this.element) {
    return [...(this.mount(element)?.querySelectorAll("[data-card]") ?? [])];
  }

  // The names of the visible cards.
  seen(element = this.element) {
    return this.cards(element).filter((card) => card.checkVisibility()).map((card) => card.dataset.card);
  }

  status(element = this.element) {
    return this.find(".status", element).textContent;
  }

  // Clicks, and lets the loader activate. Returns the event.
  async click(selector, element = this.element) {
    let event;
    this.window.addEventListener("click", (heard) => (event = heard), { once: true });
    this.find(selector, element).click();
    await this.pass();
    return event;
  }

  // Moves the pointer over an element.
  point(at = this.element, movement = { movementX: 1, movementY: 0 }) {
    const event = (type) => new this.window.MouseEvent(type, { bubbles: true, composed: true });
    at.dispatchEvent(event("mouseover"));
    // jsdom does not support movements.
    at.dispatchEvent(Object.assign(event("mousemove"), movement));
  }

  leave(from = this.element) {
    from.dispatchEvent(new this.window.MouseEvent("mouseout", { bubbles: true, composed: true }));
  }

  // The requested addresses, relative to the site where they are on it.
  get requests() {
    return this.network.requests.map((address) => address.replace(SITE, ""));
  }

  get requestedEngine() {
    return this.network.requests.some((address) => address.includes("engine"));
  }

  // Waits for a condition without advancing the clock.
  async until(condition) {
    for (let turn = 0; turn < 1000 && !condition(); turn++) {
      mock.timers.tick(0);
      await new Promise(setImmediate);
    }
    assert.ok(condition(), `it does not come to ${condition}`);
  }
}

// Opens an article with that content before the loader has run. Time only passes with `page.pass`.
export const open = async (body = snippet(), { address = "https://article.example/story", declarative = true } = {}) => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = new Page(body, address);
  if (declarative) attachDeclarativeShadowRoots(page.document);
  await page.until(() => page.document.readyState == "complete");
  return page;
};

// The same, once the loader has shown the cards.
export const arrive = async (body, options) => {
  const page = await open(body, options);
  await page.load(options?.languages);
  return page;
};
