// Links and buttons of prerendered cards: what they do before the engine, and what the engine gets of them.
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
  assert.equal(page.engine.attached[0].linkTarget, "#card=neptune");
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

test("a link leads to a card that stands behind the button for more, whether the engine comes or not", async () => {
  for (const broken of [false, true]) {
    const page = await arrive(snippet({ show: 1 }));
    const card = page.find("[data-card=neptune]");
    assert.ok(card.hasAttribute("data-rest"));
    if (broken) page.network.break(GLUE, "missing");
    await page.click(to("dgsn"));
    assert.ok(!card.hasAttribute("data-rest"));
    assert.ok(page.find("[data-card=rabat]").hasAttribute("data-rest"), "no other one comes with it");
    assert.equal(focused(page), "neptune");
  }
});

test("the engine gets the link that was followed last while it loaded", async () => {
  const page = await arrive();
  page.network.break(WASM, "held");
  await page.click(".lead");
  await page.click(to("glasgow"));
  assert.equal(focused(page), "neptune");
  page.network.mend();
  await page.until(isReady(page));
  assert.equal(page.engine.attached[0].linkTarget, "#card=neptune");
});

test("the engine gets no link if none was followed or it leads to no card", async () => {
  const page = await arrive();
  const event = await page.click("[data-card=glasgow] .related li:last-child a");
  assert.ok(!event.defaultPrevented);
  await page.until(isReady(page));
  assert.equal(page.engine.attached[0].linkTarget, undefined);
});

test("on our own page the browser follows links by itself", async () => {
  const page = await arrive(ownPage());
  const event = await page.click(to("glasgow"));
  assert.ok(!event.defaultPrevented);
  assert.equal(page.window.location.hash, "#card=neptune");
  await page.until(isReady(page));
  assert.equal(page.engine.attached[0].linkTarget, undefined);
});

test("a link in an SVG, whose href is not a string, breaks nothing", async () => {
  const page = await arrive();
  const link = page.document.createElementNS("http://www.w3.org/2000/svg", "a");
  // What browsers have there, and jsdom does not.
  Object.assign(link, { href: { baseVal: "#card=neptune" } });
  link.setAttribute("href", "#card=neptune");
  page.find(".lead").append(link);
  link.dispatchEvent(new page.window.MouseEvent("click", { bubbles: true, composed: true, cancelable: true }));
  await page.pass();
  assert.equal(focused(page), "neptune");
  assert.deepEqual(page.said, []);
});

test("once the engine is ready, it handles links itself", async () => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(isReady(page));
  const event = await page.click(to("glasgow"));
  assert.ok(!event.defaultPrevented);
  assert.equal(focused(page), undefined);
});

test("in an article a link to another page of cards is handed to the engine once it is ready", async () => {
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

test("on our own page a link to another page of cards is followed", async () => {
  const page = await arrive(ownPage({ pages: true }));
  let isKept;
  page.window.addEventListener("click", (event) => {
    isKept = event.defaultPrevented;
    // jsdom cannot navigate to another page.
    event.preventDefault();
  });
  page.find(".pages a").click();
  assert.equal(isKept, false);
});

// Presses a button before the engine loads, and returns the clicks that are replayed once it is ready, by the line that it
// stands in and its text.
const replayedPresses = async (page, selector, mountedAnew) => {
  page.network.break(WASM, "held");
  await page.click(selector);
  const pressed = [];
  page.element.shadowRoot.addEventListener("click", ({ target }) => pressed.push([target.parentNode.className, target.textContent]));
  if (mountedAnew) {
    const ready = page.engine.ready.bind(page.engine);
    page.engine.ready = (element, mount) => {
      // What stands before it differs: among all buttons it no longer has the same index.
      const anew = mount.cloneNode(true);
      const another = Object.assign(mount.ownerDocument.createElement("p"), { className: "exports" });
      another.innerHTML = '<button type="button" class="export">Link</button>';
      anew.querySelector("[data-card=dgsn] .side").append(another);
      mount.replaceWith(anew);
      ready(element, anew);
    };
  }
  page.network.mend();
  await page.until(isReady(page));
  return pressed;
};

const BUTTONS = [
  [".foot .open-all", ["foot", "Open all"]],
  [".foot .export:nth-of-type(2)", ["foot", "CSV"]],
  [".foot .export:last-child", ["foot", "JSON"]],
];

for (const [selector, expected] of BUTTONS) {
  test(`a press of ${expected.join(" ")} is replayed when the engine is ready`, async () => {
    assert.deepEqual(await replayedPresses(await arrive(), selector), [expected]);
  });

  test(`the same button is found when the cards are mounted afresh: ${expected.join(" ")}`, async () => {
    assert.deepEqual(await replayedPresses(await arrive(), selector, true), [expected]);
  });
}

test("no other click is replayed", async () => {
  for (const selector of [".lead", "[data-card=rabat] .facts-of > summary", "label[for=kind-venue]"]) {
    assert.deepEqual(await replayedPresses(await arrive(), selector), [], selector);
  }
});

test("a press is replayed only once, even if the element gets ready again", async () => {
  const page = await arrive();
  const pressed = await replayedPresses(page, BUTTONS[0][0]);
  page.engine.ready(page.element, page.mount());
  assert.equal(pressed.length, 1);
});
