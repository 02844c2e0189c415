// The cards that are shown before the engine: which, where, and how they get their styles.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CARD_STYLES, element, ownPage, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";
import { MORE } from "./scripts.mjs";

const styles = (page) => page.element.shadowRoot.adoptedStyleSheets.map(({ text }) => text);

test("an element without cards fetches those of its site into a shadow root, and nothing else", async () => {
  const page = await arrive(element());
  assert.deepEqual(page.requests, ["snippet/en.html"]);
  assert.equal(page.find(".title").textContent, "The facts in en");
  assert.equal(page.cards().length, 4);
  assert.equal(page.mount().getRootNode(), page.element.shadowRoot);
  assert.deepEqual(page.heard, []);
});

test("fetched cards get their styles as a constructed sheet, not as markup", async () => {
  const page = await arrive(element());
  assert.deepEqual(styles(page), [CARD_STYLES]);
  assert.match(page.element.shadowRoot.firstChild.data, /color/, "in a comment, which is nothing to a policy");
  assert.equal(page.element.shadowRoot.querySelector("style"), null);
});

test("cards in a declarative shadow root stay as they are, with their styles, and nothing is requested", async () => {
  const page = await open(snippet());
  const nodes = [...page.element.shadowRoot.querySelectorAll("*")];
  await page.load();
  const now = page.element.shadowRoot.querySelectorAll("*");
  assert.ok(nodes.length == now.length && nodes.every((node, at) => node == now[at]));
  assert.ok(page.element.shadowRoot.querySelector("style"));
  assert.deepEqual(styles(page), []);
  assert.deepEqual(page.requests, []);
});

test("styles in markup that a policy blocks come from the loader, and the cards stay", async () => {
  const page = await open(snippet());
  const mount = page.mount();
  // What a browser does to a style that a policy blocks.
  Object.defineProperty(page.element.shadowRoot.querySelector("style"), "sheet", { value: null });
  await page.load();
  assert.deepEqual(styles(page), [CARD_STYLES]);
  assert.equal(page.element.shadowRoot.querySelector("style"), null);
  assert.equal(page.mount(), mount);
  assert.deepEqual(page.heard, []);
});

test("a snippet that a script has put into the article shows its cards without a request", async () => {
  const page = await arrive(snippet({ title: "Pasted" }), { declarative: false });
  assert.equal(page.find(".title").textContent, "Pasted");
  assert.deepEqual(styles(page), [CARD_STYLES]);
  assert.deepEqual(page.requests, []);
});

test("a pasted snippet in an element that is hidden at first is shown without a request", async () => {
  const page = await arrive(snippet({ title: "Pasted" }, 'lang="en" hidden'), { declarative: false });
  assert.equal(page.element.shadowRoot, null);
  page.element.hidden = false;
  await page.pass();
  assert.equal(page.find(".title").textContent, "Pasted");
  assert.deepEqual(page.requests, []);
});

test("cards on our own pages are not in a shadow root", async () => {
  const page = await arrive(ownPage());
  assert.equal(page.element.shadowRoot, null);
  assert.equal(page.cards().length, 4);
  assert.deepEqual(page.requests, []);
});

test("the fallback in the element stays until there are cards", async () => {
  const page = await open(element());
  page.network.break("snippet/en.html", "held");
  await page.load();
  assert.equal(page.element.shadowRoot, null, "a shadow root would hide it");
  assert.equal(page.element.querySelector("a").textContent, "The facts");
  page.network.mend();
  await page.until(() => page.element.shadowRoot);
  assert.equal(page.cards().length, 4);
});

for (const fault of ["missing", "refused"]) {
  test(`cards that are ${fault} leave the fallback in the element, and the article is notified`, async () => {
    const page = await open(element());
    page.network.break("snippet/en.html", fault);
    await page.load();
    assert.equal(page.element.shadowRoot, null);
    assert.equal(page.element.textContent, "The facts");
    assert.deepEqual(page.heard, [["error", "no https://cards.example/snippet/en.html", ""]]);
  });
}

test("the cards are in the language of the surrounding text, whatever its region", async () => {
  const page = await arrive(`<div lang="ar-MA">${element()}</div>`);
  assert.deepEqual(page.requests, ["snippet/ar.html"]);
});

test("the cards fall back to the story's first language where it lacks that of the surrounding text", async () => {
  const page = await arrive(element("", 'lang="xx"'));
  assert.deepEqual(page.requests, ["snippet/en.html"]);
});

test("a language is not mistaken for one with the same beginning", async () => {
  const page = await arrive(element("", 'lang="arn"'));
  assert.deepEqual(page.requests, ["snippet/en.html"]);
});

test("changing the language before the engine fetches the cards in that language into the same shadow root", async () => {
  const page = await arrive();
  const { shadowRoot } = page.element;
  page.element.lang = "ar";
  await page.until(() => page.find(".title").textContent == "The facts in ar");
  assert.equal(page.element.shadowRoot, shadowRoot);
  assert.equal(shadowRoot.querySelectorAll(".fact-cards-mount").length, 1);
  assert.deepEqual(page.requests, ["snippet/ar.html"]);
});

test("the cards of a story at another address are fetched from beside it", async () => {
  const page = await open(element("", 'lang="fr-CA" src="../b/story.bin"'), { address: "https://article.example/news/story" });
  page.network.put("https://article.example/b/snippet/fr.html", snippet({ title: "Elsewhere" }));
  await page.load();
  assert.equal(page.find(".title").textContent, "Elsewhere");
  assert.deepEqual(page.requests, [MORE, "https://article.example/b/snippet/fr.html"], "that is another site than the script's");
});

test("a story at another address without the language falls back to its first", async () => {
  const page = await open(element("", 'lang="fr" src="https://article.example/b/story.bin"'));
  page.network.put("https://article.example/b/snippet/index.html", snippet({ title: "The first" }));
  await page.load();
  assert.equal(page.find(".title").textContent, "The first");
  assert.deepEqual(page.heard, []);
});

test("another story named before the engine is shown", async () => {
  const page = await arrive();
  page.network.put("https://article.example/b/snippet/en.html", snippet({ title: "Another" }));
  page.element.src = "b/story.bin";
  await page.until(() => page.find(".title").textContent == "Another");
});

test("a loader without a story of its own says so where an element names none", async () => {
  const page = await arrive(element(), { languages: '{find(){},get 0(){throw"fact-cards has no src"}}' });
  assert.deepEqual(page.heard, [["error", "fact-cards has no src", ""]]);
  assert.equal(page.element.textContent, "The facts");
});

test("while the page is being parsed the loader waits for the cards that may still come", async () => {
  const page = await open(element());
  Object.defineProperty(page.document, "readyState", { value: "loading", configurable: true });
  await page.load();
  assert.deepEqual(page.requests, []);
  page.window.dispatchEvent(new page.window.Event("DOMContentLoaded"));
  await page.until(() => page.cards().length == 4);
});

test("an element that is moved while its cards load shows them once", async () => {
  const page = await open(element());
  page.network.break("snippet", "held");
  await page.load();
  page.document.body.append(page.element);
  await page.pass();
  assert.equal(page.requests.length, 2);
  page.network.release();
  await page.pass();
  assert.equal(page.mount(), null, "the last request counts");
  page.network.mend();
  await page.until(() => page.element.shadowRoot);
  assert.equal(page.element.shadowRoot.querySelectorAll(".fact-cards-mount").length, 1);
});

test("a kind in an attribute is chosen without an engine", async () => {
  const page = await arrive(snippet({}, 'kind="venue"'));
  assert.deepEqual(page.seen(), ["glasgow", "rabat"]);
  await page.pass();
  assert.ok(!page.requestedEngine);
});

test("a kind attribute that changes before the engine takes effect, and without it all kinds show", async () => {
  const page = await arrive(snippet({}, 'kind="venue"'));
  page.element.kind = "member";
  await page.pass();
  assert.deepEqual(page.seen(), ["dgsn"]);
  page.element.removeAttribute("kind");
  await page.pass();
  assert.equal(page.seen().length, 4);
  assert.ok(!page.requestedEngine);
});

test("the reader's choice stays when another attribute changes before the engine", async () => {
  const page = await arrive();
  page.find("#kind-venue").checked = true;
  page.element.theme = "dark";
  await page.pass();
  assert.deepEqual(page.seen(), ["glasgow", "rabat"]);
});

test("an unknown kind chooses nothing and does no harm", async () => {
  const page = await arrive(snippet({}, `kind='a"b'`));
  assert.equal(page.seen().length, 4);
  assert.deepEqual(page.heard, []);
});

const behindTheButton = (page) => page.cards().filter((card) => card.hasAttribute("data-rest")).map(({ dataset }) => dataset.card);

test("an element shows as many cards before the button as it requests, before the engine too", async () => {
  for (const [attributes, behind] of [
    ["", ["glasgow", "rabat"]],
    ['show="1"', ["neptune", "glasgow", "rabat"]],
    ['show="3"', ["rabat"]],
    ['show="0"', []],
    ['show="9"', []],
    ['show="none"', ["glasgow", "rabat"]],
    ['show="-1"', ["glasgow", "rabat"]],
  ]) {
    const page = await arrive(snippet({ show: 2 }, attributes));
    assert.deepEqual(behindTheButton(page), behind, attributes);
    assert.equal(page.requestedEngine, false, attributes);
  }
});

test("how many cards stand before the button can change before the engine comes, and is the engine's from then on", async () => {
  const page = await arrive(snippet({ show: 2 }));
  page.element.show = 1;
  await page.pass();
  assert.deepEqual(behindTheButton(page), ["neptune", "glasgow", "rabat"]);
  await page.click(".lead");
  await page.until(() => page.heard.some(([event]) => event == "ready"));
  page.element.show = 3;
  await page.pass();
  assert.deepEqual(behindTheButton(page), ["neptune", "glasgow", "rabat"], "the loader leaves it alone");
  assert.equal(page.engine.changed.at(-1).name, "show");
});
