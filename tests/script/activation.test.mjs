// What counts as activation in the cards, for which the engine is fetched, and what does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, ownPage, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";
import { GLUE, INTEGRITY, SITE, WASM } from "./scripts.mjs";

const REST = 120;
const isReady = (page) => () => page.heard.some(([event]) => event == "ready");

test("nothing of the engine is requested before activation, however long it takes", async () => {
  const page = await arrive();
  await page.pass(1000000);
  assert.deepEqual(page.requests, []);
});

test("a click is an activation: the engine comes, checked, and hydrates what is there", async () => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(isReady(page));
  assert.deepEqual(page.requests, [GLUE, WASM]);
  assert.equal(page.network.options.get(SITE + WASM).integrity, INTEGRITY);
  const [{ element, mount, language }] = page.engine.attached;
  assert.deepEqual([element, mount, language], [page.element, page.mount(), "en"]);
});

test("a click takes effect first: the engine is requested in the next task", async () => {
  const page = await arrive();
  page.find("label[for=kind-venue]").click();
  await new Promise(setImmediate);
  assert.ok(!page.requestedEngine);
  await page.pass();
  assert.ok(page.requestedEngine);
  assert.deepEqual(page.seen(), ["glasgow", "rabat"]);
});

test("a focus is an activation", async () => {
  const page = await arrive();
  page.find(".search").focus();
  await page.pass();
  await page.until(isReady(page));
});

test("a press is one activation: the focus that comes before its click waits for that", async () => {
  const page = await arrive();
  page.window.pressed = page.element;
  page.find(".search").focus();
  await page.pass();
  assert.ok(!page.requestedEngine);
  page.window.pressed = null;
  page.find(".search").click();
  await page.pass();
  await page.until(isReady(page));
});

test("a pointer that rests for a while is an activation", async () => {
  const page = await arrive();
  page.point();
  await page.pass(REST - 1);
  assert.ok(!page.requestedEngine);
  await page.pass();
  await page.until(isReady(page));
});

test("a pointer that moves on is not yet an activation", async () => {
  const page = await arrive();
  for (let time = 0; time < 5; time++) {
    page.point();
    await page.pass(REST - 1);
  }
  assert.ok(!page.requestedEngine);
});

test("a pointer that leaves before it has rested is no activation", async () => {
  const page = await arrive();
  page.point();
  page.leave();
  await page.pass(REST);
  assert.ok(!page.requestedEngine);
});

test("cards that scroll under a resting pointer are no activation", async () => {
  const page = await arrive();
  page.point(page.element, { movementX: 0, movementY: 0 });
  await page.pass(REST);
  assert.ok(!page.requestedEngine);
});

test("a pointer that moves only up or down is an activation too", async () => {
  const page = await arrive();
  page.point(page.element, { movementX: 0, movementY: 1 });
  await page.pass(REST);
  assert.ok(page.requestedEngine);
});

test("touching and swiping are no activation without a click", async () => {
  const page = await arrive();
  for (const type of ["touchstart", "touchmove", "touchend", "pointerdown", "pointermove", "pointercancel", "scroll", "wheel"]) {
    page.find(".lead").dispatchEvent(new page.window.Event(type, { bubbles: true, composed: true }));
  }
  await page.pass(REST);
  assert.ok(!page.requestedEngine);
});

test("a click beside the cards is no activation", async () => {
  const page = await arrive();
  page.document.getElementById("after").click();
  await page.pass(REST);
  assert.ok(!page.requestedEngine);
});

test("a click before the cards are there is no activation", async () => {
  const page = await open(element());
  page.network.break("snippet", "held");
  await page.load();
  page.element.querySelector("a").dispatchEvent(new page.window.Event("click", { bubbles: true, composed: true }));
  await page.pass(REST);
  assert.ok(!page.requestedEngine);
});

test("several activations fetch one engine", async () => {
  const page = await arrive();
  page.network.break(WASM, "held");
  await page.click(".lead");
  await page.click("label[for=kind-venue]");
  page.network.mend();
  await page.until(isReady(page));
  await page.click(".lead");
  assert.deepEqual(page.requests, [GLUE, WASM]);
  assert.equal(page.engine.started, 1);
  assert.equal(page.engine.attached.length, 1);
});

test("a focus already in the cards when the loader runs is an activation", async () => {
  const page = await open(ownPage());
  page.find(".search").focus();
  await page.load();
  await page.until(isReady(page));
});

// The attributes that need the engine. A prerendered view or a kind, tested below, does not: the style sheet shows it.
const NEED_ENGINE = "type source topic place year speaker q sort page card fact".split(" ");

test("each attribute that needs the engine is an activation", async () => {
  const page = await arrive(NEED_ENGINE.map((name) => snippet({}, `id="${name}" ${name}="x"`)).join(""));
  await page.until(() => page.engine.attached.length == NEED_ENGINE.length);
  assert.deepEqual(page.engine.attached.map(({ element }) => element.id), NEED_ENGINE);
});

test("no other attribute is an activation", async () => {
  const attributes = ['theme="dark"', 'heading-level="3"', 'lang="en"', "sync-url", 'q=""', 'view="cards"', 'kind="venue"'];
  const page = await arrive(attributes.map((attribute) => ownPage({ views: true }, attribute)).join(""));
  await page.pass(REST);
  assert.ok(!page.requestedEngine);
});

for (const name of ["kind", "view", ...NEED_ENGINE]) {
  test(`an address with ${name} is an activation where the element follows it`, async () => {
    const page = await arrive(ownPage(), { address: `https://cards.example/#x=y&${name}=x` });
    await page.until(isReady(page));
  });
}

test("an attribute set later that needs the engine is an activation", async () => {
  const page = await arrive();
  page.element.q = "neptune";
  await page.until(isReady(page));
});

test("a view that is prerendered is chosen without an engine", async () => {
  const page = await arrive(ownPage({ views: true }, 'lang="en" view="map"'));
  assert.ok(page.find("#view-map").checked);
  await page.pass(REST);
  assert.ok(!page.requestedEngine);
});

test("a view that is not prerendered is an activation", async () => {
  const page = await arrive(snippet({}, 'view="map"'));
  await page.until(isReady(page));
});

test("an address with a view is no activation where the element does not follow it", async () => {
  const page = await arrive(snippet(), { address: "https://article.example/#kind=operation" });
  await page.pass(REST);
  assert.ok(!page.requestedEngine);
});

test("an address with nothing of ours is no activation", async () => {
  const page = await arrive(ownPage(), { address: "https://cards.example/#after" });
  for (const fragment of ["kinds=venue", "q", "xq=1", "lang=ar", "theme=dark", "src=x"]) {
    page.window.location.hash = `#${fragment}`;
    await page.pass(REST);
    assert.ok(!page.requestedEngine, fragment);
  }
});

test("an address that changes to one with a view is an activation", async () => {
  const page = await arrive(ownPage(), { address: "https://cards.example/#somewhere" });
  page.window.location.hash = "#kind=venue";
  await page.pass();
  await page.until(isReady(page));
});

test("an element that is no longer on the page ignores the address", async () => {
  const page = await arrive(ownPage());
  page.element.remove();
  page.window.location.hash = "#kind=venue";
  await page.pass(REST);
  assert.ok(!page.requestedEngine);
});

test("where an article wants the engine at once it comes without an activation", async () => {
  const page = await arrive(element("", 'loading="eager"'));
  await page.until(isReady(page));
  assert.deepEqual(page.requests.slice(-2), [GLUE, WASM]);
});

test("cards that come in sight say so once, and fetch nothing for that", async () => {
  const page = await open();
  const seen = [];
  page.document.addEventListener("fact-cards-visible", ({ target, detail }) => seen.push([target, detail]));
  await page.load();
  const cards = page.element;
  cards.setAttribute("show", "1");
  cards.remove();
  page.document.body.append(cards);
  await page.pass();
  assert.deepEqual(seen, [[cards, null]]);
  assert.deepEqual(page.requests, []);
});
