// The attributes of the element and their properties.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";

const PROPERTIES = {
  kind: "kind",
  type: "type",
  source: "source",
  topic: "topic",
  place: "place",
  year: "year",
  speaker: "speaker",
  q: "q",
  sort: "sort",
  view: "view",
  page: "page",
  card: "card",
  fact: "fact",
  lang: "lang",
  src: "src",
  theme: "theme",
  headingLevel: "heading-level",
  show: "show",
};

test("each attribute has a property that mirrors it, in both directions", async () => {
  const page = await arrive();
  for (const [property, attribute] of Object.entries(PROPERTIES)) {
    page.element[property] = "x";
    assert.equal(page.element.getAttribute(attribute), "x", property);
    page.element.setAttribute(attribute, "y");
    assert.equal(page.element[property], "y", property);
    page.element.removeAttribute(attribute);
    assert.equal(page.element[property], "", property);
  }
});

test("a property is turned into text, and null removes the attribute", async () => {
  const page = await arrive();
  page.element.headingLevel = 3;
  assert.equal(page.element.getAttribute("heading-level"), "3");
  assert.equal(page.element.headingLevel, "3");
  page.element.q = null;
  assert.equal(page.element.getAttribute("q"), "");
});

test("syncUrl is a boolean property", async () => {
  const page = await arrive();
  assert.equal(page.element.syncUrl, false);
  page.element.syncUrl = true;
  assert.equal(page.element.getAttribute("sync-url"), "");
  assert.equal(page.element.syncUrl, true);
  page.element.syncUrl = false;
  assert.equal(page.element.hasAttribute("sync-url"), false);
});

test("a property set before the loader runs becomes an attribute", async () => {
  const page = await open(snippet());
  Object.assign(page.element, { q: "neptune", headingLevel: 4, syncUrl: true });
  await page.load();
  const attributes = ["q", "heading-level", "sync-url"].map((name) => page.element.getAttribute(name));
  assert.deepEqual(attributes, ["neptune", "4", ""]);
  await page.until(() => page.heard.some(([event]) => event == "ready"));
  page.element.q = "glasgow";
  assert.equal(page.element.getAttribute("q"), "glasgow", "ours is no longer hidden");
});

test("an article may include the loader twice", async () => {
  const page = await arrive();
  const defined = page.window.customElements.get("fact-cards");
  await page.load();
  assert.equal(page.window.customElements.get("fact-cards"), defined);
  await page.click(".lead");
  await page.until(() => page.heard.length);
  assert.equal(page.engine.attached.length, 1);
});

test("an element created by a script works like one in the markup", async () => {
  const page = await arrive("");
  const made = page.document.createElement("fact-cards");
  made.setAttribute("q", "neptune");
  page.document.body.append(made);
  await page.until(() => page.heard.some(([event]) => event == "ready"));
  assert.equal(page.engine.attached[0].element, made);
});

test("once the engine is ready it gets each changed attribute, with the language", async () => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(() => page.heard.length);
  for (const attribute of [...Object.values(PROPERTIES), "sync-url"].filter((name) => name != "src")) {
    page.element.setAttribute(attribute, attribute == "lang" ? "ar" : "x");
    await page.pass();
    const { element, name } = page.engine.changed.at(-1);
    assert.equal(element, page.element);
    assert.equal(name, attribute);
  }
  assert.equal(page.engine.changed.find(({ name }) => name == "kind").language, "en");
  assert.equal(page.engine.changed.find(({ name }) => name == "lang").language, "ar");
  page.element.setAttribute("class", "x");
  await page.pass();
  assert.equal(page.engine.changed.at(-1).name, "sync-url", "what is none of ours is not told");
  assert.deepEqual(page.requests.filter((path) => path.includes("snippet")), [], "the engine has every language");
});

test("a kind that is set again shows again, whatever the reader has chosen since", async () => {
  const page = await arrive(snippet({}, 'lang="en" kind="venue" loading="none"'));
  const venues = page.seen();
  await page.click("label[for=kind-member]");
  assert.notDeepEqual(page.seen(), venues);
  page.element.kind = "venue";
  await page.pass();
  assert.deepEqual(page.seen(), venues);
});
