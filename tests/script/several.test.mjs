// Several elements on one page, moved, removed and added, and what is restored where the engine stops.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CANNOT_START, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";
import { GLUE, WASM } from "./scripts.mjs";

const readies = (page) => page.heard.filter(([event]) => event == "ready").length;
const errors = (page) => page.heard.filter(([event]) => event == "error");

// An article with two elements; the named ones are activated.
const withTwo = async (...activated) => {
  const page = await arrive(snippet({}, 'id="a"') + snippet({}, 'id="b"'));
  const [a, b] = page.document.querySelectorAll("fact-cards");
  for (const id of activated) await page.click(".lead", page.document.getElementById(id));
  await page.until(() => readies(page) == activated.length);
  return { page, a, b };
};

test("all elements share one engine, and each is hydrated on its own activation", async () => {
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

test("an element that moves keeps its nodes and is not hydrated again", async () => {
  const { page, a } = await withTwo("a");
  const mount = page.mount(a);
  page.find(".facts-of", a).open = true;
  page.document.body.append(a);
  await page.pass();
  assert.equal(page.mount(a), mount);
  assert.ok(page.find(".facts-of", a).open);
  assert.equal(page.engine.attached.length, 1);
  a.q = "neptune";
  await page.pass();
  assert.equal(page.engine.changed.at(-1).element, a);
});

test("an element that moves before the engine keeps its cards and the choice", async () => {
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

test("an element whose widget was reused meanwhile gets its prerendered cards back and is hydrated again", async () => {
  const { page, a, b } = await withTwo("a");
  page.find(".lead", a).textContent = "What the engine has made of it";
  const widget = page.mount(a);
  a.remove();
  // The engine reuses the idle widget.
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
  assert.equal(page.engine.attached.at(-1).linkTarget, undefined);
  assert.equal(page.engine.attached.at(-1).shape, page.engine.attached[0].shape);

  // Once more: the copy has not changed.
  page.find(".lead", a).textContent = "What the engine has made of that";
  a.remove();
  page.mount(a).remove();
  page.document.body.append(a);
  await page.until(() => readies(page) == 4);
  assert.equal(page.find(".lead", a).textContent, "What is known.");
});

test("restored cards show no loading indicator even if it was shown when they were copied", async () => {
  const page = await arrive();
  page.point();
  await page.click(".lead");
  await page.until(() => readies(page) == 1);
  assert.equal(page.element.shadowRoot.adoptedStyleSheets.length, 1, "somebody was waiting");
  page.engine.stop("panicked at a test");
  assert.ok(!("loading" in page.mount().dataset));
});

test("the prerendered cards are copied while the program is still loading", async () => {
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

// The prerendered cards are back, once, and one line says what does not work.
const expectGivenBack = (page, element) => {
  assert.equal(element.shadowRoot.querySelectorAll(".fact-cards-mount").length, 1);
  assert.equal(page.cards(element).length, 4);
  assert.equal(page.status(element), CANNOT_START);
  assert.ok(!("ready" in page.mount(element).dataset));
  assert.ok(!("loading" in page.mount(element).dataset));
};

// The element was hydrated again, by a newly started program.
const expectHydratedAgain = async (page, element, started = 2) => {
  await page.until(() => "ready" in page.mount(element).dataset);
  assert.equal(element.shadowRoot.querySelectorAll(".fact-cards-mount").length, 1);
  assert.equal(page.cards(element).length, 4);
  assert.notEqual(page.status(element), CANNOT_START);
  assert.equal(page.engine.started, started);
  assert.equal(page.engine.attached.at(-1).element, element);
};

test("an engine that stops fails for the element it last worked for, and a new one hydrates the others", async () => {
  const { page, a, b } = await withTwo("a", "b");
  page.heard.length = 0;
  for (const element of [a, b]) page.mount(element).replaceChildren("a broken widget");
  page.engine.stop("panicked at a test");
  expectGivenBack(page, b);
  await expectHydratedAgain(page, a);
  assert.deepEqual(page.heard, [["error", "panicked at a test", "b"], ["ready", null, "a"]]);
  assert.deepEqual(page.said, ["panicked at a test"], "the console is told once");
  assert.deepEqual(page.requests, [GLUE, WASM, GLUE], "what was compiled is not fetched again");
  a.q = "neptune";
  await page.pass();
  assert.deepEqual(page.engine.changed.map(({ element, name }) => [element, name]), [[a, "q"]]);
});

for (const type of ["click", "input", "change", "keydown", "toggle"]) {
  test(`an engine that stops at a ${type} in an element fails for that element`, async () => {
    const { page, a, b } = await withTwo("a", "b");
    page.find(".facts-of", a).dispatchEvent(new page.window.Event(type));
    page.engine.stop("panicked at a test");
    expectGivenBack(page, a);
    await expectHydratedAgain(page, b);
  });
}

test("an engine that stops at reading a story fails for the element whose it is, not for the one that worked last", async () => {
  const { page, a, b } = await withTwo("a");
  await page.click(".lead", a);
  page.engine.read = function () {
    delete this.read;
    this.panic();
  };
  await page.click(".lead", b);
  await page.until(() => errors(page).length == 1 && readies(page) == 2);
  assert.deepEqual(errors(page).map(([, , id]) => id), ["b"]);
  assert.deepEqual(page.heard.filter(([event]) => event == "ready").map(([, , id]) => id), ["a", "a"]);
});

test("an engine that stops at a change fails for the element that was changed", async () => {
  const { page, a, b } = await withTwo("a", "b");
  page.engine.change = page.engine.panic;
  a.q = "neptune";
  await page.pass();
  expectGivenBack(page, a);
  await expectHydratedAgain(page, b);
});

test("of elements hydrated together, only those that stop the engine fail", async () => {
  const requesting = ["a", "b", "c", "d"].map((id) => snippet({}, `id="${id}" q="neptune"`));
  const page = await open(requesting.join(""));
  const { attach } = page.engine;
  // What stops it happens in the same task, but after the call has returned.
  page.engine.attach = function (element, ...more) {
    if ("bd".includes(element.id)) queueMicrotask(() => assert.throws(() => page.engine.run(page.engine.panic)));
    else attach.call(this, element, ...more);
  };
  await page.load();
  const [a, b, c, d] = page.document.querySelectorAll("fact-cards");
  await page.until(() => errors(page).length == 2 && [a, c].every((element) => "ready" in page.mount(element).dataset));
  for (const element of [b, d]) expectGivenBack(page, element);
  assert.deepEqual(errors(page).map(([, , id]) => id), ["b", "d"]);
  assert.equal(page.engine.started, 3);
});

test("an engine that stops for each element is tried once for each", async () => {
  const { page, a, b } = await withTwo("a", "b");
  page.engine.attach = page.engine.panic;
  page.engine.stop("panicked at a test");
  await page.until(() => errors(page).length == 2);
  await page.pass();
  for (const element of [a, b]) expectGivenBack(page, element);
  assert.equal(page.engine.started, 2);
});

test("where no new program can be fetched, each element gets its prerendered cards back", async () => {
  const { page, a, b } = await withTwo("a", "b");
  page.network.break(GLUE, "refused");
  page.engine.stop("panicked at a test");
  await page.until(() => errors(page).length == 2);
  for (const element of [a, b]) expectGivenBack(page, element);
});

test("restored cards can be filtered by kind and opened, and their links followed", async () => {
  const { page, a } = await withTwo("a");
  page.engine.stop("panicked at a test");
  await page.click("label[for=kind-venue]", a);
  assert.deepEqual(page.seen(a), ["glasgow", "rabat"]);
  await page.click("[data-card=glasgow] .related a", a);
  assert.equal(a.shadowRoot.activeElement.dataset.card, "neptune");
  await page.click("[data-card=glasgow] .facts-of > summary", a);
  assert.ok(page.find("[data-card=glasgow] .facts-of", a).open);
  assert.equal(errors(page).length, 1);
  assert.equal(page.status(a), CANNOT_START);
});

test("a program that dies silently is noticed by its caller, and the article is notified once", async () => {
  const { page, a } = await withTwo("a");
  page.mount(a).replaceChildren("a broken widget");
  assert.throws(() => page.engine.run(page.engine.trap), /unreachable/, "the browser hears of it as well");
  assert.equal(page.cards(a).length, 4);
  assert.equal(page.status(a), CANNOT_START);
  assert.deepEqual(errors(page), [["error", "Error: unreachable", "a"]]);
  assert.deepEqual(page.said, ["Error: unreachable"]);
});

test("a program that says why it stops is reported once, without the errors that follow", async () => {
  const { page, a } = await withTwo("a");
  assert.throws(() => page.engine.run(page.engine.panic), /unreachable/);
  assert.equal(page.status(a), CANNOT_START);
  assert.deepEqual(errors(page), [["error", "panicked at a test", "a"]]);
  assert.deepEqual(page.said, ["panicked at a test"]);
});

test("a stopped program is not called again: an element added later gets a new one", async () => {
  const { page, a, b } = await withTwo("a");
  let ran = false;
  const { run } = page.engine;
  page.engine.stop("panicked at a test");
  a.q = "neptune";
  run(() => (ran = true));
  assert.ok(!ran, "what was to happen later does not");
  await page.click(".lead", b);
  await expectHydratedAgain(page, b);
  assert.deepEqual(page.engine.changed, []);
  expectGivenBack(page, a);
  assert.deepEqual(errors(page).map(([, , id]) => id), ["a"]);
});

test("an element detached when the program stopped is hydrated again when it is reattached", async () => {
  const { page, a, b } = await withTwo("a", "b");
  a.remove();
  page.engine.stop("panicked at a test");
  expectGivenBack(page, b);
  page.mount(a).replaceChildren("a broken widget");
  await page.pass();
  assert.equal(page.engine.started, 1, "what is away is left alone");
  // However often it is detached and reattached.
  page.document.body.append(a);
  a.remove();
  page.document.body.append(a);
  await expectHydratedAgain(page, a);
  await page.pass();
  assert.equal(page.engine.attached.length, 3);
  assert.deepEqual(errors(page).map(([, , id]) => id), ["b"]);
});

test("an element that was detached and reattached is hydrated again too when the program stops", async () => {
  const { page, a, b } = await withTwo("a");
  a.remove();
  await page.click(".lead", b);
  await page.until(() => readies(page) == 2);
  page.document.body.append(a);
  await page.pass();
  page.mount(a).replaceChildren("a broken widget");
  page.engine.stop("panicked at a test");
  expectGivenBack(page, b);
  await expectHydratedAgain(page, a);
});

test("a change that the engine rejects is reported, and leaves what is shown", async () => {
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
