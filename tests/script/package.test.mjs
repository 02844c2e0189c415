// What the npm package adds to the loader: the spellings of frameworks, and where the files of the engine are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asset, here, setAssets } from "../../crates/site/package/assets.js";
import { withSpellings } from "../../crates/site/package/spelling.js";
import { snippet } from "./markup.mjs";
import { open } from "./page.mjs";

// An article with the element of the package, as a server has written it.
const arrive = async (attributes = "") => {
  const page = await open(snippet({}, attributes));
  const { customElements } = page.window;
  page.given.customElements = {
    get: (name) => customElements.get(name),
    define: (name, element) => customElements.define(name, withSpellings(element)),
  };
  await page.load();
  return page;
};

test("what a server of React writes for a property is understood, and stays as it is in the page", async () => {
  const { element } = await arrive('headingLevel="3" syncUrl=""');
  const written = element.getAttributeNames();
  assert.deepEqual([element.headingLevel, element.syncUrl], ["3", true]);
  assert.equal(element.getAttribute("heading-level"), "3", "the engine asks so");
  assert.equal(element.hasAttribute("sync-url"), true);
  assert.deepEqual(written.filter((name) => /level|url/.test(name)), ["headinglevel", "syncurl"]);
});

test("false is no, in whichever spelling and as a text too", async () => {
  for (const attributes of ['sync-url="false"', 'syncUrl="false"', 'syncurl="false" sync-url="false"', ""]) {
    const { element } = await arrive(attributes);
    assert.deepEqual([element.syncUrl, element.hasAttribute("sync-url")], [false, false], attributes);
  }
  const { element } = await arrive('open="false" searchText="false" controls hidden="false"');
  assert.deepEqual([element.open, element.searchText, element.controls], [false, false, true]);
  assert.equal(element.hasAttribute("hidden"), true, "what any element has means what it means everywhere");
  for (const attributes of ["sync-url", 'sync-url="true"', 'syncUrl="true"']) {
    const { element } = await arrive(attributes);
    assert.deepEqual([element.syncUrl, element.hasAttribute("sync-url")], [true, true], attributes);
  }
});

test("what is set later counts, whatever a server has written", async () => {
  const { element } = await arrive('headingLevel="3" syncUrl="true"');
  element.headingLevel = 4;
  assert.equal(element.getAttribute("heading-level"), "4");
  element.syncUrl = false;
  assert.deepEqual([element.syncUrl, element.hasAttribute("syncurl")], [false, false]);
  element.syncUrl = true;
  assert.equal(element.syncUrl, true);
  assert.equal(element.toggleAttribute("sync-url"), false);
  assert.equal(element.syncUrl, false);
  element.setAttribute("sync-url", "false");
  element.syncUrl = true;
  assert.equal(element.syncUrl, true);
  element.setAttribute("headinglevel", "5");
  element.removeAttribute("heading-level");
  assert.equal(element.headingLevel, "");
});

test("the engine is told of a change in either spelling by the name that it knows", async () => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(() => page.heard.length);
  page.element.setAttribute("headinglevel", "3");
  page.element.setAttribute("syncurl", "");
  assert.deepEqual(page.engine.changed.map(({ name }) => name), ["heading-level", "sync-url"]);
});

test("the engine is beside the script, or where the page says, with or without a slash", () => {
  const script = new URL("../../crates/site/package/engine.js", import.meta.url).href;
  assert.deepEqual([`${asset("engine.js")}`, `${here}`], [script, script]);
  for (const folder of ["https://files.example/v2", "https://files.example/v2/", new URL("https://files.example/v2/")]) {
    setAssets(folder);
    assert.equal(`${asset("engine.wasm")}`, "https://files.example/v2/engine.wasm");
    assert.equal(`${here}`, "https://files.example/v2/engine.js");
  }
});
