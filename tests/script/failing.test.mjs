// What a reader is left with where the engine does not load or start, and what the article is notified of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CANNOT_START, ownPage, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";
import { GLUE, SITE, WASM } from "./scripts.mjs";

const PATIENCE = 60000;
const REST = 120;
const isReady = (page) => () => page.heard.some(([event]) => event == "ready");

// The facts are there and can be filtered by kind, one line says what does not work, and the article was notified once.
const expectFactsAndOneLine = async (page, why) => {
  await page.until(() => page.heard.length);
  assert.equal(page.status(), CANNOT_START);
  assert.equal(page.mount().textContent.split(CANNOT_START).length, 2, "it is said once");
  assert.equal(page.find(".status").children.length, 1, "the line stays as it was made");
  assert.ok("failed" in page.mount().dataset, "styles are told");
  assert.equal(page.heard.length, 1);
  const [[event, reason]] = page.heard;
  assert.equal(event, "error");
  assert.match(reason, why);

  assert.equal(page.seen().length, 4);
  await page.click("label[for=kind-venue]");
  assert.deepEqual(page.seen(), ["glasgow", "rabat"]);
  await page.click("[data-card=glasgow] .facts-of > summary");
  assert.ok(page.find("[data-card=glasgow] .facts-of").open);
  assert.equal(page.status(), CANNOT_START);
  // A link reaches its card even if the chosen kind hides it.
  await page.click("[data-card=glasgow] .related a");
  assert.equal(page.element.shadowRoot.activeElement.dataset.card, "neptune");
  assert.equal(page.seen().length, 4);
};

test("a script of the engine that is missing leaves the facts", async () => {
  const page = await arrive();
  page.network.break(GLUE, "missing");
  await page.click(".lead");
  await expectFactsAndOneLine(page, /engine-1\.js/);
});

test("an engine that is missing leaves the facts", async () => {
  const page = await arrive();
  page.network.break(WASM, "missing");
  await page.click(".lead");
  await expectFactsAndOneLine(page, /404/);
});

test("an engine that cannot be fetched, as with a wrong integrity, leaves the facts", async () => {
  const page = await arrive();
  page.network.break(WASM, "refused");
  await page.click(".lead");
  await expectFactsAndOneLine(page, /Failed to fetch/);
});

test("an engine that does not load within a minute leaves the facts", async () => {
  const page = await arrive();
  page.network.break(WASM, "held");
  await page.click(".lead");
  await page.pass(PATIENCE - 2);
  assert.deepEqual(page.heard, []);
  await page.pass(2);
  await expectFactsAndOneLine(page, /./);
});

// A page on which the engine is fetched as soon as the page is idle, and the network breaks before that.
const arriveAhead = async (fault) => {
  const page = await arrive(`<fact-cards loading="visible">${snippet()}</fact-cards>`);
  page.network.break(WASM, fault);
  await page.pass();
  assert.ok(page.network.requests.includes(SITE + WASM), "the engine is requested ahead");
  return page;
};

test("nobody is told of an engine that nobody asked for, and a press fetches it again", async () => {
  const page = await arriveAhead("refused");
  assert.deepEqual(page.heard, []);
  assert.notEqual(page.status(), CANNOT_START);
  page.network.mend();
  await page.click(".lead");
  await page.until(isReady(page));
});

test("who presses while an engine is fetched ahead is told that it cannot come", async () => {
  const page = await arriveAhead("held");
  await page.click(".lead");
  page.network.break(WASM, "refused");
  page.network.release();
  await expectFactsAndOneLine(page, /Failed to fetch/);
});

test("a pointer that rests asks for nothing: who presses after that is told once that the engine cannot come", async () => {
  const page = await arrive();
  page.network.break(WASM, "refused");
  page.point();
  await page.pass(REST);
  assert.ok(page.network.requests.includes(SITE + WASM));
  assert.deepEqual(page.heard, []);
  await page.click(".lead");
  await expectFactsAndOneLine(page, /Failed to fetch/);
});

test("a pointer and the press that ends its rest are one activation", async () => {
  const page = await arrive();
  page.network.break(WASM, "refused");
  page.point();
  await page.click(".lead");
  await page.pass(REST);
  await expectFactsAndOneLine(page, /Failed to fetch/);
});

test("an engine that is not a program leaves the facts, and the console says why", async () => {
  const page = await arrive();
  page.engine.init = () => {
    throw Error("no WebAssembly");
  };
  await page.click(".lead");
  await expectFactsAndOneLine(page, /no WebAssembly/);
  assert.deepEqual(page.said, ["Error: no WebAssembly"]);
});

test("an engine that ends while it starts leaves the facts", async () => {
  const page = await arrive();
  page.engine.start = () => {
    throw Error("unreachable");
  };
  await page.click(".lead");
  await expectFactsAndOneLine(page, /unreachable/);
});

test("an engine that cannot read its story leaves the facts, and says why", async () => {
  const page = await arrive();
  page.engine.attach = () => "the story is damaged or cut short";
  await page.click(".lead");
  await expectFactsAndOneLine(page, /^the story is damaged or cut short$/);
  assert.deepEqual(page.said, ["the story is damaged or cut short"]);
});

test("an engine that dies silently during hydration leaves the facts", async () => {
  const page = await arrive();
  page.engine.attach = () => {
    throw Error("unreachable");
  };
  await page.click(".lead");
  await expectFactsAndOneLine(page, /unreachable/);
});

test("the error event crosses shadow roots, since an article may have the element in one of its own", async () => {
  const page = await arrive();
  page.network.break(GLUE, "missing");
  const heard = [];
  page.window.addEventListener("fact-cards-error", (event) => heard.push(event));
  await page.click(".lead");
  await page.until(() => heard.length);
  assert.deepEqual([heard[0].bubbles, heard[0].composed], [true, true]);
});

for (const part of [GLUE, WASM, "assets/"]) {
  test(`where ${part} cannot be fetched, the next activation tries again`, async () => {
    const page = await arrive();
    page.network.break(part, "refused");
    await page.click(".lead");
    await expectFactsAndOneLine(page, /Failed to fetch/);
    // Each activation since then has failed once more.
    const before = page.requests.filter((path) => path == WASM).length;
    assert.equal(before, 4);
    page.network.mend();
    await page.click("label[for=kind-venue]");
    await page.until(isReady(page));
    assert.equal(page.requests.filter((path) => path == WASM).length, before + 1);
    assert.equal(page.engine.attached.length, 1);
    assert.ok(page.find("#kind-venue").checked);
  });
}

test("a program that fails to start is not tried again, since it would fail again", async () => {
  const page = await arrive();
  page.engine.init = () => {
    throw Error("no WebAssembly");
  };
  await page.click(".lead");
  await page.until(() => page.heard.length);
  await page.click(".lead");
  assert.equal(page.heard.length, 1);
  assert.deepEqual(page.requests, [GLUE, WASM]);
});

test("no card is hidden for a view that cannot be shown", async () => {
  const page = await open(snippet({}, 'view="map"'));
  page.engine.attach = () => "nothing";
  await page.load();
  await page.until(() => page.heard.length);
  assert.equal(page.seen().length, 4);
  assert.equal(page.status(), CANNOT_START);
});

test("our own page says in one line what does not work if its address needs the engine", async () => {
  const page = await open(ownPage(), { address: "https://cards.example/#kind=venue&q=glasgow" });
  page.network.break(WASM, "refused");
  await page.load();
  await page.until(() => page.heard.length);
  assert.equal(page.status(), CANNOT_START);
  assert.equal(page.seen().length, 4, "the facts stay readable");
});
