// What pages do around the element: other libraries, copies of the page, shortcuts, translators.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, ownPage, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";
import { GLUE, MORE, SITE, WASM } from "./scripts.mjs";

const REST = 120;
const isReady = (page) => () => page.heard.some(([event]) => event == "ready");
const headings = (page) => [...page.mount().querySelectorAll("h1,h2,h3,h4,h5,h6")].map(({ localName }) => localName);

test("mouse events before the timer of a click leave the click", async () => {
  for (const movement of [{ movementX: 0, movementY: 0 }, { movementX: 1, movementY: 1 }]) {
    const page = await arrive();
    page.find(".lead").click();
    page.point(page.element, movement);
    await page.pass();
    assert.ok(page.requestedEngine);
  }
});

test("a focus before the timer of a click leaves what was pressed", async () => {
  const page = await arrive();
  let presses = 0;
  page.find(".export").addEventListener("click", () => (presses += 1));
  page.find(".export").click();
  page.find(".search").focus();
  await page.pass();
  await page.until(isReady(page));
  assert.equal(presses, 2, "it is pressed again for the engine");
});

test("a still mouse event leaves a pointer that rests", async () => {
  const page = await arrive();
  page.point();
  page.point(page.element, { movementX: 0, movementY: 0 });
  await page.pass(REST);
  assert.ok(page.requestedEngine);
});

test("wrappers of fetch and XMLHttpRequest are given texts", async () => {
  const page = await open(element("", 'src="b/story.bin" lang="en"'));
  const given = [];
  const { fetch, XMLHttpRequest } = page.given;
  page.given.fetch = (address, options) => {
    given.push(address);
    return fetch(address, options);
  };
  page.given.XMLHttpRequest = class extends XMLHttpRequest {
    open(method, address) {
      given.push(address);
      super.open(method, address);
    }
  };
  page.network.put("https://article.example/b/snippet/en.html", snippet());
  page.network.put("https://article.example/b/story.bin", "a story");
  await page.load();
  await page.click(".lead");
  await page.until(isReady(page));
  assert.deepEqual(given.map((address) => typeof address), ["string", "string", "string"]);
});

test("a response that only acts as one gives the engine and the story all the same", async () => {
  const page = await open(snippet({}, 'src="b/story.bin" lang="en"'));
  const { fetch } = page.given;
  page.given.fetch = async (address, options) =>
    new Proxy(await fetch(address, options), {
      // It has no streams, as in wrappers from before there were any.
      get: (response, name) => (name == "body" ? undefined : typeof response[name] == "function" ? response[name].bind(response) : response[name]),
    });
  page.network.put("https://article.example/b/story.bin", "a story");
  await page.load();
  await page.click(".lead");
  await page.until(isReady(page));
  assert.equal(Buffer.from(page.engine.attached[0].story).toString(), "a story");
});

test("libraries may put something else in the place of Document and Window", async () => {
  const page = await open(snippet({}, 'lang="en" heading-level="4"'));
  Object.assign(page.window, { Document: class {}, Window: class {} });
  await page.load();
  await page.until(() => headings(page)[0] == "h4");
  await page.click(".lead");
  await page.until(isReady(page));
});

test("headings are at the level that the element requests, before an interest too, and what is in them stays", async () => {
  for (const body of [element("", 'lang="en" heading-level="4"'), snippet({}, 'lang="en" heading-level="4"')]) {
    const page = await open(body);
    await page.load();
    await page.until(() => page.mount() && headings(page)[0] == "h4");
    assert.deepEqual(headings(page), ["h4", "h5", "h5", "h5", "h5"]);
    assert.equal(page.find("#title").textContent, body.includes("template") ? "The facts" : "The facts in en");
    assert.equal(page.find("#name\\=dgsn").className, "name");
    assert.ok(page.requests.every((path) => path == MORE || path.startsWith("snippet")), `${page.requests}`);
  }
});

test("a level that changes before an interest shows, one that is none is the second, and without any it is the second again", async () => {
  const page = await arrive();
  assert.ok(!page.requests.includes(MORE));
  for (const [level, expected] of [["3", "h3"], ["9", "h5"], ["0", "h1"], ["x", "h2"], ["5", "h5"]]) {
    page.element.headingLevel = level;
    await page.until(() => headings(page)[0] == expected);
    assert.equal(headings(page)[1], `h${Number(expected[1]) + 1}`);
  }
  page.element.removeAttribute("heading-level");
  await page.until(() => headings(page)[0] == "h2");
});

test("the engine is given headings at a level as what was prerendered, and nothing touches them from then on", async () => {
  const shape = async (attributes) => {
    const page = await open(snippet({}, `lang="en" ${attributes}`));
    await page.load();
    await page.until(() => !attributes || headings(page)[0] == "h4");
    page.network.break(MORE, "held");
    await page.click(".lead");
    page.element.headingLevel = "3";
    await page.until(isReady(page));
    page.network.mend();
    await page.pass();
    assert.equal(headings(page)[0], attributes ? "h4" : "h2", "the engine does the rest");
    return page.engine.attached[0].shape;
  };
  assert.equal(await shape('heading-level="4"'), await shape(""));
});

test("nothing is fetched for headings that are at their level, as on a page of its own", async () => {
  for (const page of [await arrive(), await arrive(snippet({}, 'lang="en" heading-level="2"')), await arrive(ownPage().replace(/h2/g, "h1").replace(/h3/g, "h2").replace("<fact-cards", '<fact-cards heading-level="1"'))]) {
    await page.pass();
    assert.deepEqual(page.requests, []);
  }
});

test("a level that cannot come leaves the headings as they are, without a word", async () => {
  const page = await open(snippet({}, 'lang="en" heading-level="4"'));
  page.network.break(MORE, "missing");
  await page.load();
  await page.pass();
  assert.deepEqual([headings(page)[0], page.heard, page.said], ["h2", [], []]);
});

test("a copy of an element whose engine was there gets it at once", async () => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(isReady(page));
  // What a browser copies of a shadow root that may be copied; jsdom copies none.
  const copy = page.element.cloneNode(false);
  copy.attachShadow({ mode: "open" }).append(...[...page.element.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
  page.document.body.append(copy);
  await page.until(() => page.engine.attached.length == 2);
  assert.equal(page.engine.attached[1].element, copy);
  assert.equal(copy.shadowRoot.querySelectorAll(".voice").length, 1);
});

test("a copy of cards whose styles came from the loader has them too", async () => {
  const page = await arrive(element());
  const copy = page.element.cloneNode(false);
  copy.attachShadow({ mode: "open" }).append(...[...page.element.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
  page.document.body.append(copy);
  await page.pass();
  assert.equal(copy.shadowRoot.adoptedStyleSheets.length, 1);
  assert.deepEqual(page.requests, ["snippet/en.html"]);
});

test("room that an article keeps is given back with the cards, or when they cannot come, and no other style", async () => {
  const room = 'lang="en" style="display:block;min-height:1100px"';
  const page = await open(element("", room));
  page.network.break("snippet", "held");
  await page.load();
  assert.equal(page.element.style.minHeight, "1100px");
  page.network.mend();
  await page.until(() => page.mount());
  assert.equal(page.element.getAttribute("style"), "display: block;");

  const without = await open(element("", room));
  without.network.break("snippet", "missing");
  await without.load();
  await without.until(() => without.heard.length);
  assert.equal(without.element.style.minHeight, "");

  const plain = await arrive(element());
  assert.equal(plain.element.getAttribute("style"), null);
});

// The keys that reach the page, by their names.
const keysThatReach = async (page, selector, keys) => {
  const reached = [];
  page.document.addEventListener("keydown", ({ key, ctrlKey }) => reached.push(ctrlKey ? `Ctrl+${key}` : key));
  for (const key of keys) {
    const [name, ctrlKey] = key.startsWith("Ctrl+") ? [key.slice(5), true] : [key, false];
    page.find(selector).dispatchEvent(new page.window.KeyboardEvent("keydown", { key: name, ctrlKey, bubbles: true, composed: true }));
  }
  return reached;
};

test("what is typed into the search is no shortcut of the page's, and what leads out of it is left to the page", async () => {
  const page = await arrive();
  page.network.break(WASM, "held");
  page.find(".search").focus();
  await page.pass();
  const keys = ["s", "/", "F", "ArrowLeft", "Enter", "Escape", "Tab", "F6", "Ctrl+k"];
  const left = ["Escape", "Tab", "F6", "Ctrl+k"];
  assert.deepEqual(await keysThatReach(page, ".search", keys), left, "as soon as somebody waits");
  page.network.mend();
  await page.until(isReady(page));
  assert.deepEqual(await keysThatReach(page, ".search", ["s", "Tab"]), ["Tab"]);
  assert.deepEqual(await keysThatReach(page, ".lead", ["s"]), ["s"], "elsewhere keys are the page's");
});

// Does what the translator of Chrome does with each text in a mount: puts a <font> in a <font> in its place.
const translate = (page) => {
  const { document } = page;
  const walker = document.createTreeWalker(page.mount(), 4);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  for (const text of texts) {
    const [font, inner] = [0, 1].map(() => document.createElement("font"));
    inner.textContent = `<${text.data}>`;
    font.append(inner);
    text.replaceWith(font);
  }
  return texts;
};

test("texts that a translator has replaced are the program's own while it works, and translated again where it changed nothing", async () => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(isReady(page));
  const [status] = page.find(".status > span").childNodes;
  const [lead] = page.find(".lead").childNodes;
  const [name] = page.find(".name").childNodes;
  translate(page);
  assert.equal(page.find(".lead").textContent, "<What is known.>");
  page.engine.run(() => {
    assert.equal(status.parentNode, page.find(".status > span"), "each text is where the program has put it");
    status.data = "2 cards";
    name.remove();
  });
  assert.equal(page.status(), "2 cards", "not beside or below what was translated");
  assert.equal(page.find(".name").textContent, "", "what it takes away is gone");
  assert.equal(page.find(".lead").textContent, "<What is known.>", "the rest stays translated");
  assert.equal(lead.isConnected, false);
  // The browser translates what is new, and the program changes it once more.
  const font = page.document.createElement("font");
  font.textContent = "<2 cards>";
  status.replaceWith(font);
  page.engine.run(() => (status.data = "1 card"));
  assert.equal(page.status(), "1 card");
});

test("on our own page too", async () => {
  const page = await arrive(ownPage());
  await page.click(".lead");
  await page.until(isReady(page));
  const [status] = page.find(".status > span").childNodes;
  translate(page);
  page.engine.run(() => (status.data = "2 cards"));
  assert.equal(page.status(), "2 cards");
});
