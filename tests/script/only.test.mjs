// Cards that stand by themselves, and words of the article that open one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SINGLE_STYLES, element, single, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";
import { SENTENCE } from "./scripts.mjs";

const styles = (page) => page.element.shadowRoot.adoptedStyleSheets.map(({ text }) => text);
const errors = (page) => page.heard.filter(([event]) => event == "error").map(([, detail]) => detail);
const settled = (page) => page.pass(0);

test("a card by itself is fetched from its own file, and nothing else", async () => {
  const page = await arrive(element("", 'only="neptune"'));
  assert.deepEqual(page.requests, ["snippet/neptune/en.html"]);
  assert.deepEqual(page.seen(), ["neptune"]);
  assert.deepEqual(styles(page), [SINGLE_STYLES]);
});

test("the name of a card by itself is at the level that the element requests: there is no title above it", async () => {
  const page = await arrive(single("neptune"));
  assert.equal(page.find(".name").localName, "h2");
  page.element.headingLevel = "4";
  await page.until(() => page.find(".name").localName == "h4");
});

test("a pasted card by itself stays as it is, and nothing is requested", async () => {
  const page = await arrive(single("neptune"));
  assert.deepEqual(page.requests, []);
  assert.deepEqual(page.seen(), ["neptune"]);
});

test("several cards stand in the order in which they are named", async () => {
  const page = await arrive(element("", 'only="rabat, neptune"'));
  assert.deepEqual(page.seen(), ["rabat", "neptune"]);
  assert.deepEqual(page.requests, [SENTENCE, "snippet/rabat/en.html", "snippet/neptune/en.html"]);
  assert.equal(page.find(".about").style.visibility, "hidden", "what it counts is the first card");
  assert.deepEqual(errors(page), []);
});

test("a card that is not there is said, and the others are shown", async () => {
  const page = await arrive(element("", 'only="neptune,nobody"'));
  assert.deepEqual(page.seen(), ["neptune"]);
  assert.deepEqual(errors(page), ["no https://cards.example/snippet/nobody/en.html"]);
});

test("where none of the cards is there the fallback stays, and that is said once", async () => {
  for (const only of ["nobody", "nobody,nothing"]) {
    const page = await arrive(element("", `only="${only}"`));
    assert.equal(page.element.shadowRoot, null);
    assert.equal(page.element.textContent, "The facts");
    assert.equal(errors(page).length, 1);
    assert.match(errors(page)[0], /^no .*nobody/);
  }
});

test("an id cannot lead to another file of the site", async () => {
  const page = await arrive(element("", 'only="../secret"'));
  assert.deepEqual(page.requests, ["snippet/..%2Fsecret/en.html"]);
});

test("other cards named before the engine are fetched", async () => {
  const page = await arrive(element("", 'only="neptune"'));
  page.element.only = "rabat";
  await settled(page);
  assert.deepEqual(page.seen(), ["rabat"]);
  page.element.removeAttribute("only");
  await settled(page);
  assert.equal(page.cards().length, 4);
});

test("a card of another language or story comes from there, and its first language where it lacks the one that is wanted", async () => {
  const page = await open(element("", 'only="neptune" lang="fr" src="https://cards.example/b/story.bin"'));
  page.network.put("https://cards.example/b/snippet/neptune/index.html", single("neptune", { language: "ar" }));
  await page.load();
  assert.deepEqual(page.requests, ["b/snippet/neptune/fr.html", "b/snippet/neptune/index.html"]);
  assert.deepEqual(page.seen(), ["neptune"]);
});

test("with controls the cards stand among all others, and the engine comes at once", async () => {
  const page = await arrive(element("", 'only="neptune" controls'));
  assert.equal(page.requests[0], "snippet/en.html");
  await page.pass();
  assert.ok(page.requestedEngine);
});

test("cards stand open where the element has them so, also where that is said later", async () => {
  const opened = (page) => page.cards().map((card) => card.querySelector("details").open);
  const page = await arrive(element("", 'only="neptune" open'));
  assert.deepEqual(opened(page), [true]);
  const later = await arrive(snippet());
  assert.deepEqual(opened(later), [false, false, false, false]);
  later.element.open = true;
  await settled(later);
  assert.deepEqual(opened(later), [true, true, true, true]);
  assert.equal(later.element.getAttribute("open"), "");
});

test("a card without an engine never fetches one", async () => {
  const page = await arrive(element("", 'only="neptune" loading="none"'));
  await page.click(".facts-of > summary");
  await page.pass(200);
  assert.ok(!page.requestedEngine);
});

test("a hidden element fetches nothing until it is shown", async () => {
  const page = await arrive(element("", "hidden"));
  assert.deepEqual(page.requests, []);
  assert.equal(page.element.shadowRoot, null);
  page.element.hidden = false;
  await settled(page);
  assert.equal(page.cards().length, 4);
});

const sentence = (attributes = "") => `<p>In <a id="words" href="https://cards.example/card/neptune/" data-fact-card="neptune" ${attributes}><b>Operation</b></a></p>`;
const press = async (page, type = "click", init = {}) => {
  const event = new page.window.MouseEvent(type, { bubbles: true, cancelable: true, composed: true, ...init });
  page.document.querySelector("#words b").dispatchEvent(event);
  await settled(page);
  return event;
};

test("words that name a card fetch what opens it when they are pressed, and are followed no further", async () => {
  const page = await arrive(element("", "hidden") + sentence());
  assert.deepEqual(page.requests, []);
  const event = await press(page);
  assert.ok(event.defaultPrevented);
  assert.deepEqual(page.requests, [SENTENCE]);
  assert.deepEqual(page.met, [["words", true]]);
});

test("a press that begins fetches ahead, and takes nothing from the article", async () => {
  const page = await arrive(element("", "hidden") + sentence());
  const event = await press(page, "pointerdown");
  assert.ok(!event.defaultPrevented);
  assert.deepEqual(page.met, [["words", false]]);
});

test("words added later open their card too", async () => {
  const page = await arrive(element("", "hidden"));
  page.document.body.insertAdjacentHTML("beforeend", sentence());
  await press(page);
  assert.deepEqual(page.met, [["words", true]]);
});

test("a press with a key that opens a tab or a window is the browser's", async () => {
  const page = await arrive(element("", "hidden") + sentence());
  for (const key of ["ctrlKey", "metaKey", "shiftKey", "altKey"]) {
    const event = await press(page, "click", { [key]: true });
    assert.ok(!event.defaultPrevented, key);
  }
  assert.deepEqual(page.requests, []);
});

test("other links are left alone", async () => {
  const page = await arrive(element("", "hidden") + '<p><a id="words" href="#there"><b>There</b></a></p>');
  const event = await press(page);
  assert.ok(!event.defaultPrevented);
  assert.deepEqual(page.requests, []);
});

test("where what opens the card cannot come, the words are followed, and the next press tries again", async () => {
  const page = await arrive(element("", "hidden") + sentence());
  page.document.querySelector("#words").setAttribute("href", "#followed");
  page.network.break(SENTENCE, "refused");
  await press(page);
  assert.equal(page.window.location.hash, "#followed");
  page.network.mend();
  await press(page);
  assert.deepEqual(page.met, [["words", true]]);
});
