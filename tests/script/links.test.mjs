// Links and buttons of prerendered cards: what they do before the engine, and what it is told of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ownPage, snippet } from "./markup.mjs";
import { arrive } from "./page.mjs";
import { GLUE, WASM } from "./scripts.mjs";

const to = (card) => `[data-card=${card}] .related a`;
const isReady = (page) => () => page.heard.some(([event]) => event == "ready");
const focused = (page) => page.element.shadowRoot.activeElement?.dataset.card;

test("in an article a link leads to its card, and leaves the article's address alone", async () => {
  const page = await arrive();
  const event = await page.click(to("glasgow"));
  assert.ok(event.defaultPrevented);
  assert.equal(focused(page), "neptune");
  assert.equal(page.window.location.hash, "");
  await page.until(isReady(page));
  assert.equal(page.engine.attached[0].led, "#card=neptune");
});

test("a link to a card that the chosen kind hides chooses all kinds", async () => {
  const page = await arrive();
  page.network.break(WASM, "held");
  await page.click("label[for=kind-venue]");
  await page.click(to("glasgow"));
  assert.equal(page.seen().length, 4);
  assert.equal(focused(page), "neptune");
});

test("a link to a card that can be seen leaves the kind as it is", async () => {
  const page = await arrive();
  page.network.break(GLUE, "held");
  await page.click("label[for=kind-operation]");
  await page.click(to("neptune"));
  assert.deepEqual(page.seen(), ["neptune"]);
  assert.equal(focused(page), "neptune");
});

test("a link that is followed while the engine comes is the one that it is told of", async () => {
  const page = await arrive();
  page.network.break(WASM, "held");
  await page.click(".lead");
  await page.click(to("glasgow"));
  assert.equal(focused(page), "neptune");
  page.network.mend();
  await page.until(isReady(page));
  assert.equal(page.engine.attached[0].led, "#card=neptune");
});

test("the engine is told of no link where none was followed, or where it leads to no card", async () => {
  const page = await arrive();
  const event = await page.click("[data-card=glasgow] .related li:last-child a");
  assert.ok(!event.defaultPrevented);
  await page.until(isReady(page));
  assert.equal(page.engine.attached[0].led, undefined);
});

test("on a page of our own the browser follows links by itself", async () => {
  const page = await arrive(ownPage());
  const event = await page.click(to("glasgow"));
  assert.ok(!event.defaultPrevented);
  assert.equal(page.window.location.hash, "#card=neptune");
  await page.until(isReady(page));
  assert.equal(page.engine.attached[0].led, undefined);
});

test("a link in a drawing, whose address is no text, breaks nothing", async () => {
  const page = await arrive();
  const link = page.document.createElementNS("http://www.w3.org/2000/svg", "a");
  // What browsers have there, and jsdom has not.
  Object.assign(link, { href: { baseVal: "#card=neptune" } });
  link.setAttribute("href", "#card=neptune");
  page.find(".lead").append(link);
  link.dispatchEvent(new page.window.MouseEvent("click", { bubbles: true, composed: true, cancelable: true }));
  await page.pass();
  assert.equal(focused(page), "neptune");
  assert.deepEqual(page.said, []);
});

test("once the engine is there, links are its own", async () => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(isReady(page));
  const event = await page.click(to("glasgow"));
  assert.ok(!event.defaultPrevented);
  assert.equal(focused(page), undefined);
});

test("in an article a link to another page of the cards leads nowhere before the engine, which is then asked for it", async () => {
  const page = await arrive(snippet({ pages: true }));
  page.network.break(WASM, "held");
  const event = await page.click(".pages a > span");
  assert.ok(event.defaultPrevented);
  const pressed = [];
  page.element.shadowRoot.addEventListener("click", ({ target }) => pressed.push(target));
  page.network.mend();
  await page.until(isReady(page));
  assert.deepEqual(pressed.map(({ rel }) => rel), ["next"]);
});

test("on a page of our own a link to another page of the cards is followed", async () => {
  const page = await arrive(ownPage({ pages: true }));
  let isKept;
  page.window.addEventListener("click", (event) => {
    isKept = event.defaultPrevented;
    // jsdom knows of no other page.
    event.preventDefault();
  });
  page.find(".pages a").click();
  assert.equal(isKept, false);
});

// Presses a button before the engine comes, and gives which are pressed once it is there, by card, fact and text.
const pressedAgain = async (page, selector, mountedAnew) => {
  page.network.break(WASM, "held");
  await page.click(selector);
  const pressed = [];
  page.element.shadowRoot.addEventListener("click", ({ target }) => {
    const [card, fact] = ["card", "fact"].map((name) => target.closest(`[data-${name}]`)?.dataset[name] ?? "");
    pressed.push([card, fact, target.textContent]);
  });
  if (mountedAnew) {
    const ready = page.engine.ready.bind(page.engine);
    page.engine.ready = (element, mount) => {
      // Other cards before it, and in its card other facts: it is no longer the button of that number.
      const anew = mount.cloneNode(true);
      anew.querySelector("[data-card=dgsn]").remove();
      const fact = anew.querySelector("[data-card=rabat] .fact");
      fact.before(Object.assign(fact.cloneNode(true), { id: "" }));
      fact.previousSibling.dataset.fact = "another";
      mount.replaceWith(anew);
      ready(element, anew);
    };
  }
  page.network.mend();
  await page.until(isReady(page));
  return pressed;
};

const BUTTONS = [
  ["[data-card=rabat] .kicker .take", ["rabat", "", "Link"]],
  ["[data-card=rabat] [data-fact] .take", ["rabat", "of-rabat", "Link"]],
  ["[data-card=rabat] [data-fact] .take:last-child", ["rabat", "of-rabat", "Cite"]],
];

for (const [selector, expected] of BUTTONS) {
  test(`what ${expected.join(" ")} is to take along is pressed again when the engine is there`, async () => {
    assert.deepEqual(await pressedAgain(await arrive(), selector), [expected]);
  });

  test(`the same button is found where the cards are mounted anew: ${expected.join(" ")}`, async () => {
    assert.deepEqual(await pressedAgain(await arrive(), selector, true), [expected]);
  });
}

test("nothing else is pressed again", async () => {
  for (const selector of [".lead", "[data-card=rabat] .source > summary", "label[for=kind-venue]"]) {
    assert.deepEqual(await pressedAgain(await arrive(), selector), [], selector);
  }
});

test("a button is pressed again once, though the element is ready more than once", async () => {
  const page = await arrive();
  const pressed = await pressedAgain(page, BUTTONS[0][0]);
  page.engine.ready(page.element, page.mount());
  assert.equal(pressed.length, 1);
});
