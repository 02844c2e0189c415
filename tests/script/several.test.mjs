// Several elements on one page, moved, removed and added, and what they get back where the engine stops.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CANNOT_START, snippet } from "./markup.mjs";
import { arrive } from "./page.mjs";
import { GLUE, WASM } from "./scripts.mjs";

const readies = (page) => page.heard.filter(([event]) => event == "ready").length;
const errors = (page) => page.heard.filter(([event]) => event == "error");

// An article with two elements, the engine in as many of them as are named.
const withTwo = async (...activated) => {
  const page = await arrive(snippet({}, 'id="a"') + snippet({}, 'id="b"'));
  const [a, b] = page.document.querySelectorAll("fact-cards");
  for (const id of activated) await page.click(".lead", page.document.getElementById(id));
  await page.until(() => readies(page) == activated.length);
  return { page, a, b };
};

test("there is one engine for all elements, and each is taken over by itself, with its own activation", async () => {
  const { page, a, b } = await withTwo("a");
  assert.deepEqual(page.engine.attached.map(({ element }) => element), [a]);
  await page.click("label[for=kind-venue]", b);
  await page.until(() => readies(page) == 2);
  assert.deepEqual(page.engine.attached.map(({ element, mount }) => [element, mount]), [[a, page.mount(a)], [b, page.mount(b)]]);
  assert.deepEqual(page.heard, [["ready", null, "a"], ["ready", null, "b"]]);
  assert.deepEqual(page.requests, [GLUE, WASM]);
  assert.equal(page.engine.started, 1);
  b.q = "neptune";
  await page.pass();
  assert.deepEqual(page.engine.changed.map(({ element, name }) => [element, name]), [[b, "q"]]);
});

test("an activation in one element chooses nothing in the other", async () => {
  const { page, a, b } = await withTwo();
  await page.click("label[for=kind-venue]", a);
  assert.deepEqual(page.seen(a), ["glasgow", "rabat"]);
  assert.equal(page.seen(b).length, 4);
});

test("an element that moves keeps its nodes, and the engine is not asked again", async () => {
  const { page, a } = await withTwo("a");
  const mount = page.mount(a);
  page.find(".source", a).open = true;
  page.document.body.append(a);
  await page.pass();
  assert.equal(page.mount(a), mount);
  assert.ok(page.find(".source", a).open);
  assert.equal(page.engine.attached.length, 1);
  a.q = "neptune";
  await page.pass();
  assert.equal(page.engine.changed.at(-1).element, a);
});

test("an element that moves before there is an engine keeps its cards, and what was chosen", async () => {
  const { page, a } = await withTwo();
  page.find("#kind-venue", a).checked = true;
  const mount = page.mount(a);
  page.document.body.append(a);
  await page.pass();
  assert.equal(page.mount(a), mount);
  assert.deepEqual(page.seen(a), ["glasgow", "rabat"]);
  await page.click(".lead", a);
  await page.until(() => readies(page) == 1);
});

test("an element whose widget another one has got meanwhile gets what was prerendered, and is taken over anew", async () => {
  const { page, a, b } = await withTwo("a");
  page.find(".lead", a).textContent = "What the engine has made of it";
  const widget = page.mount(a);
  a.remove();
  // The engine takes the widget that stands idle.
  const { attach } = page.engine;
  page.engine.attach = function (element, mount, ...more) {
    mount.replaceWith(widget);
    attach.call(this, element, widget, ...more);
  };
  await page.click(".lead", b);
  await page.until(() => readies(page) == 2);
  assert.equal(page.mount(b), widget);
  page.engine.attach = attach;
  page.document.body.append(a);
  await page.until(() => readies(page) == 3);
  assert.notEqual(page.mount(a), widget);
  assert.equal(page.find(".lead", a).textContent, "What is known.");
  assert.equal(page.engine.attached.at(-1).mount, page.mount(a));
  assert.equal(page.engine.attached.at(-1).led, undefined);
  assert.equal(page.engine.attached.at(-1).shape, page.engine.attached[0].shape);

  // Once more: what is kept stays as it was.
  page.find(".lead", a).textContent = "What the engine has made of that";
  a.remove();
  page.mount(a).remove();
  page.document.body.append(a);
  await page.until(() => readies(page) == 4);
  assert.equal(page.find(".lead", a).textContent, "What is known.");
});

test("what is given back to an element does not look as if something were on its way, though that was so when it was kept", async () => {
  const page = await arrive();
  page.point();
  await page.click(".lead");
  await page.until(() => readies(page) == 1);
  assert.equal(page.element.shadowRoot.adoptedStyleSheets.length, 1, "somebody was waiting");
  page.engine.stop("panicked at a test");
  assert.ok(!("loading" in page.mount().dataset));
});

test("what may have to be given back is copied while the program is still on its way", async () => {
  const page = await arrive();
  page.network.break(WASM, "held");
  page.point();
  await page.click(".lead");
  page.find(".lead").textContent = "Changed since then";
  page.network.mend();
  await page.until(() => readies(page) == 1);
  page.engine.stop("panicked at a test");
  assert.equal(page.find(".lead").textContent, "What is known.");
});

test("an element that is removed and added a thousand times works as before", async () => {
  const { page, a } = await withTwo("a");
  for (let time = 0; time < 1000; time++) {
    a.remove();
    page.document.body.append(a);
    assert.equal(page.engine.attached.length, 1);
  }
  await page.pass();
  assert.equal(page.cards(a).length, 4);
  assert.deepEqual(errors(page), []);
  a.q = "neptune";
  await page.pass();
  assert.equal(page.engine.changed.length, 1);
});

test("an element that is removed leaves no listener behind", async () => {
  const page = await arrive("");
  const listeners = [];
  const { addEventListener, removeEventListener } = page.window;
  page.window.addEventListener = function (type, listener, ...more) {
    listeners.push([type, listener]);
    addEventListener.call(this, type, listener, ...more);
  };
  page.window.removeEventListener = function (type, listener, ...more) {
    listeners.splice(listeners.findIndex(([other, one]) => other == type && one == listener), 1);
    removeEventListener.call(this, type, listener, ...more);
  };
  page.document.body.insertAdjacentHTML("beforeend", snippet());
  await page.pass();
  assert.deepEqual(listeners.map(([type]) => type), ["hashchange"]);
  page.element.remove();
  assert.deepEqual(listeners, []);
});

test("an engine that stops gives every element back what was prerendered, with a line that says what does not work", async () => {
  const { page, a, b } = await withTwo("a", "b");
  page.heard.length = 0;
  for (const element of [a, b]) page.mount(element).replaceChildren("a broken widget");
  page.engine.stop("panicked at a test");
  for (const element of [a, b]) {
    assert.equal(element.shadowRoot.querySelectorAll(".fact-cards-mount").length, 1);
    assert.equal(page.cards(element).length, 4);
    assert.equal(page.status(element), CANNOT_START);
    assert.ok(!("ready" in page.mount(element).dataset));
    assert.ok(!("loading" in page.mount(element).dataset));
  }
  assert.deepEqual(page.heard, [["error", "panicked at a test", "a"], ["error", "panicked at a test", "b"]]);
  assert.deepEqual(page.said, ["panicked at a test"], "the console is told once");
});

test("cards that are given back can be filtered by kind, opened and followed", async () => {
  const { page, a } = await withTwo("a");
  page.engine.stop("panicked at a test");
  await page.click("label[for=kind-venue]", a);
  assert.deepEqual(page.seen(a), ["glasgow", "rabat"]);
  await page.click("[data-card=glasgow] .related a", a);
  assert.equal(a.shadowRoot.activeElement.dataset.card, "neptune");
  await page.click("[data-card=glasgow] .source > summary", a);
  assert.ok(page.find("[data-card=glasgow] .source", a).open);
  assert.equal(errors(page).length, 1);
  assert.equal(page.status(a), CANNOT_START);
});

test("a program that ends without a word is noticed by what calls it, and the article is told once", async () => {
  const { page, a } = await withTwo("a");
  page.mount(a).replaceChildren("a broken widget");
  assert.throws(() => page.engine.run(page.engine.trap), /unreachable/, "the browser hears of it as well");
  assert.equal(page.cards(a).length, 4);
  assert.equal(page.status(a), CANNOT_START);
  assert.deepEqual(errors(page), [["error", "Error: unreachable", "a"]]);
  assert.deepEqual(page.said, ["Error: unreachable"]);
});

test("a program that says why it stops is believed: what follows of that is not told as well", async () => {
  const { page, a } = await withTwo("a");
  assert.throws(() => page.engine.run(page.engine.panic), /unreachable/);
  assert.equal(page.status(a), CANNOT_START);
  assert.deepEqual(errors(page), [["error", "panicked at a test", "a"]]);
  assert.deepEqual(page.said, ["panicked at a test"]);
});

test("a program that has stopped is asked for nothing more", async () => {
  const { page, a, b } = await withTwo("a");
  page.engine.stop("panicked at a test");
  a.q = "neptune";
  await page.click(".lead", b);
  await page.until(() => errors(page).length == 2);
  assert.deepEqual(page.engine.changed, []);
  assert.equal(page.engine.attached.length, 1);
  assert.equal(page.status(b), CANNOT_START);
  assert.equal(errors(page)[1][1], "panicked at a test");
});

test("an element that was away when the program stopped gets back what was prerendered when it comes back", async () => {
  const { page, a, b } = await withTwo("a");
  a.remove();
  await page.click(".lead", b);
  await page.until(() => readies(page) == 2);
  page.engine.stop("panicked at a test");
  assert.notEqual(page.status(a), CANNOT_START, "what is away is forgotten: nothing of it is kept");
  page.mount(a).replaceChildren("a broken widget");
  page.document.body.append(a);
  await page.until(() => page.cards(a).length == 4);
  assert.equal(page.status(a), CANNOT_START);
  assert.deepEqual(errors(page).map(([, , id]) => id), ["b", "a"]);
});

test("an element that was away and came back gets back what was prerendered as well when the program stops", async () => {
  const { page, a, b } = await withTwo("a");
  a.remove();
  await page.click(".lead", b);
  await page.until(() => readies(page) == 2);
  page.document.body.append(a);
  await page.pass();
  page.mount(a).replaceChildren("a broken widget");
  page.engine.stop("panicked at a test");
  assert.equal(page.cards(a).length, 4);
  assert.deepEqual(errors(page).map(([, , id]) => id).sort(), ["a", "b"]);
});

test("a change that the engine cannot make is told, and leaves what is shown", async () => {
  const { page, a } = await withTwo("a");
  const mount = page.mount(a);
  page.engine.change = () => "the story has no such language";
  a.lang = "ar";
  await page.pass();
  assert.equal(page.mount(a), mount);
  assert.notEqual(page.status(a), CANNOT_START);
  assert.deepEqual(errors(page), [["error", "the story has no such language", "a"]]);
  assert.deepEqual(page.said, ["the story has no such language"]);
});
