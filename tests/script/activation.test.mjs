// What is an activation in the cards, for which the engine is fetched, and what is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, ownPage, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";
import { GLUE, INTEGRITY, SITE, WASM } from "./scripts.mjs";

const REST = 120;
const isReady = (page) => () => page.heard.some(([event]) => event == "ready");

test("nothing of the engine is asked for before activation, however long it takes", async () => {
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

test("what a click does by itself comes first: the engine is asked for in the next task", async () => {
  const page = await arrive();
  page.find("label[for=kind-venue]").click();
  await new Promise(setImmediate);
  assert.ok(!page.askedForEngine);
  await page.pass();
  assert.ok(page.askedForEngine);
  assert.deepEqual(page.seen(), ["glasgow", "rabat"]);
});

test("a focus is an activation", async () => {
  const page = await arrive();
  page.find(".search").focus();
  await page.pass();
  await page.until(isReady(page));
});

test("a pointer that rests is an activation, after a while", async () => {
  const page = await arrive();
  page.point();
  await page.pass(REST - 1);
  assert.ok(!page.askedForEngine);
  await page.pass();
  await page.until(isReady(page));
});

test("a pointer that moves on is not yet an activation", async () => {
  const page = await arrive();
  for (let time = 0; time < 5; time++) {
    page.point();
    await page.pass(REST - 1);
  }
  assert.ok(!page.askedForEngine);
});

test("a pointer that has left before it rested is no activation", async () => {
  const page = await arrive();
  page.point();
  page.leave();
  await page.pass(REST);
  assert.ok(!page.askedForEngine);
});

test("cards that scroll below a pointer are no activation", async () => {
  const page = await arrive();
  page.point(page.element, { movementX: 0, movementY: 0 });
  await page.pass(REST);
  assert.ok(!page.askedForEngine);
});

test("a pointer that moves only up or down is an activation too", async () => {
  const page = await arrive();
  page.point(page.element, { movementX: 0, movementY: 1 });
  await page.pass(REST);
  assert.ok(page.askedForEngine);
});

test("a touch and its movements are no activation, as long as no click comes of them", async () => {
  const page = await arrive();
  for (const type of ["touchstart", "touchmove", "touchend", "pointerdown", "pointermove", "pointercancel", "scroll", "wheel"]) {
    page.find(".lead").dispatchEvent(new page.window.Event(type, { bubbles: true, composed: true }));
  }
  await page.pass(REST);
  assert.ok(!page.askedForEngine);
});

test("a click beside the cards is no activation", async () => {
  const page = await arrive();
  page.document.getElementById("after").click();
  await page.pass(REST);
  assert.ok(!page.askedForEngine);
});

test("an activation in cards that are not there yet is none", async () => {
  const page = await open(element());
  page.network.break("snippet", "held");
  await page.load();
  page.element.querySelector("a").dispatchEvent(new page.window.Event("click", { bubbles: true, composed: true }));
  await page.pass(REST);
  assert.ok(!page.askedForEngine);
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

test("a focus that is in the cards when the loader comes is an activation", async () => {
  const page = await open(ownPage());
  page.find(".search").focus();
  await page.load();
  await page.until(isReady(page));
});

// Of what the style sheet chooses, which needs no engine, others below.
const ASKED = "type source topic place year speaker q sort page card fact".split(" ");

test("each attribute that asks for what only the engine can show is an activation", async () => {
  const page = await arrive(ASKED.map((name) => snippet({}, `id="${name}" ${name}="x"`)).join(""));
  await page.until(() => page.engine.attached.length == ASKED.length);
  assert.deepEqual(page.engine.attached.map(({ element }) => element.id), ASKED);
});

test("no other attribute is an activation", async () => {
  const attributes = ['theme="dark"', 'heading-level="3"', 'lang="en"', "sync-url", 'q=""', 'view="cards"', 'kind="venue"'];
  const page = await arrive(attributes.map((attribute) => ownPage({ views: true }, attribute)).join(""));
  await page.pass(REST);
  assert.ok(!page.askedForEngine);
});

for (const name of ["kind", "view", ...ASKED]) {
  test(`an address with ${name} asks for what only the engine can show, where the element follows it`, async () => {
    const page = await arrive(ownPage(), { address: `https://cards.example/#x=y&${name}=x` });
    await page.until(isReady(page));
  });
}

test("an attribute that comes later and asks for what only the engine can show is an activation", async () => {
  const page = await arrive();
  page.element.q = "neptune";
  await page.until(isReady(page));
});

test("a view that is prerendered is chosen without an engine", async () => {
  const page = await arrive(ownPage({ views: true }, 'lang="en" view="map"'));
  assert.ok(page.find("#view-map").checked);
  await page.pass(REST);
  assert.ok(!page.askedForEngine);
});

test("a view that is not there asks for the engine", async () => {
  const page = await arrive(snippet({}, 'view="map"'));
  await page.until(isReady(page));
});

test("an address that asks for a view is the article's where the element does not follow it", async () => {
  const page = await arrive(snippet(), { address: "https://article.example/#kind=operation" });
  await page.pass(REST);
  assert.ok(!page.askedForEngine);
});

test("an address that asks for nothing is the article's own", async () => {
  const page = await arrive(ownPage(), { address: "https://cards.example/#after" });
  for (const fragment of ["kinds=venue", "q", "xq=1", "lang=ar", "theme=dark", "src=x"]) {
    page.window.location.hash = `#${fragment}`;
    await page.pass(REST);
    assert.ok(!page.askedForEngine, fragment);
  }
});

test("an address that comes to ask for a view is an activation", async () => {
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
  assert.ok(!page.askedForEngine);
});
