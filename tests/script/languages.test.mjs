// In which language the cards are, however an article says so, and that the last request wins whatever is answered first.
import assert from "node:assert/strict";
import { test } from "node:test";
import { STATUS, element, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";
import { SITE, WASM } from "./scripts.mjs";

const STORY = "https://article.example/b/story.bin";
const LANGUAGES = '["en","fr","ar","zh-hant"]';
const isReady = (page) => () => page.heard.some(([event]) => event == "ready");
const title = (page) => page.find(".title").textContent;

// An article whose site has these languages, before the loader.
const article = async (body) => {
  const page = await open(body);
  for (const language of ["fr", "zh-hant"]) page.network.put(`${SITE}snippet/${language}.html`, snippet({ language, title: `The facts in ${language}` }));
  return page;
};

for (const [written, language] of Object.entries({ FR: "fr", fr_FR: "fr", "fr-CA": "fr", "Fr-ca": "fr", "zh_Hant_TW": "zh-hant", "ZH-HANT": "zh-hant", frr: "en", de: "en", undefined: "en" })) {
  test(`lang="${written}" is ${language} in a story of several languages`, async () => {
    const page = await article(element("", `lang="${written}"`));
    await page.load(LANGUAGES);
    assert.deepEqual(page.requests, [`snippet/${language}.html`]);
  });
}

test("an empty lang, and a property that is undefined or null, leave the language to what is around", async () => {
  for (const set of [(it) => it.setAttribute("lang", ""), (it) => (it.lang = undefined), (it) => (it.lang = null)]) {
    const page = await article(`<div lang="fr">${element()}</div>`);
    set(page.element);
    await page.load(LANGUAGES);
    assert.deepEqual(page.requests, ["snippet/fr.html"]);
  }
});

test("the language around an element is found beyond shadow roots", async () => {
  const page = await article(`<div lang="fr"><p id="outer"></p></div>`);
  await page.load(LANGUAGES);
  const inner = page.document.createElement("div");
  inner.attachShadow({ mode: "closed" }).append(page.document.createElement("fact-cards"));
  page.document.getElementById("outer").attachShadow({ mode: "open" }).append(inner);
  await page.pass();
  assert.deepEqual(page.requests, ["snippet/fr.html"]);
});

test("where nobody says a language, a story at another address shows its first", async () => {
  const page = await open(element("", `src="${STORY}"`));
  page.document.documentElement.removeAttribute("lang");
  page.network.put("https://article.example/b/snippet/index.html", snippet({ title: "The first" }));
  await page.load();
  assert.equal(title(page), "The first");
  assert.equal(page.network.requests.filter((address) => address.includes("snippet")).length, 1);
});

test("of two languages requested in turn the last one shows, whichever answer comes first", async () => {
  for (const first of ["fr", "zh-hant"]) {
    const page = await article(snippet());
    await page.load(LANGUAGES);
    for (const language of ["fr", "zh-hant"]) page.network.break(`snippet/${language}.html`, "held");
    page.element.lang = "fr";
    page.element.lang = "zh-hant";
    await page.pass();
    if (first == "zh-hant") {
      page.network.release();
      await page.pass();
    }
    page.network.mend();
    await page.until(() => title(page) == "The facts in zh-hant");
    await page.pass();
    assert.equal(title(page), "The facts in zh-hant");
  }
});

test("a language requested while the first cards are on their way wins", async () => {
  const page = await article(element("", 'lang="en"'));
  page.network.break("snippet/en.html", "held");
  await page.load(LANGUAGES);
  page.element.lang = "fr";
  await page.until(() => page.mount());
  page.network.mend();
  await page.pass();
  assert.equal(title(page), "The facts in fr");
});

test("what a framework sets again, as the server has written it, fetches nothing again", async () => {
  const page = await article(element("", 'lang="en"'));
  await page.load(LANGUAGES);
  page.element.lang = "en";
  page.element.setAttribute("lang", "en");
  await page.until(() => page.mount());
  await page.pass();
  assert.deepEqual(page.requests.filter((address) => address.includes("snippet")), ["snippet/en.html"]);
});

test("a story requested while the first cards are on their way wins", async () => {
  const page = await article(element("", 'lang="en"'));
  page.network.put("https://article.example/b/snippet/en.html", snippet({ title: "Another" }));
  page.network.break(`${SITE}snippet/en.html`, "held");
  await page.load(LANGUAGES);
  page.element.src = STORY;
  await page.until(() => page.mount());
  page.network.mend();
  await page.pass();
  assert.equal(title(page), "Another");
});

test("a kind chosen while a language is on its way neither stops it nor is lost", async () => {
  const page = await article(snippet());
  await page.load(LANGUAGES);
  page.network.break("snippet/fr.html", "held");
  page.element.lang = "fr";
  page.element.kind = "venue";
  page.network.mend();
  await page.until(() => title(page) == "The facts in fr");
  assert.deepEqual(page.seen(), ["glasgow", "rabat"]);
});

test("nobody is told that a language cannot come which is no longer requested", async () => {
  const page = await article(snippet());
  await page.load(LANGUAGES);
  page.network.break("snippet/fr.html", "held");
  page.element.lang = "fr";
  page.element.lang = "ar";
  await page.until(() => title(page) == "The facts in ar");
  page.network.break("snippet/fr.html", "refused");
  page.network.release();
  await page.pass();
  assert.deepEqual(page.heard, []);
  assert.equal(page.status(), STATUS);
});

test("a language requested while the engine takes over is that of the engine, and its own cards no longer come", async () => {
  const page = await article(snippet());
  await page.load(LANGUAGES);
  for (const part of [WASM, "snippet/fr.html"]) page.network.break(part, "held");
  await page.click(".lead");
  page.element.lang = "fr";
  await page.pass();
  page.network.release();
  await page.until(isReady(page));
  const mount = page.mount();
  assert.deepEqual(page.engine.attached.map(({ mount, language }) => [mount, language]), [[mount, "fr"]]);
  page.network.mend();
  await page.pass();
  assert.equal(page.mount(), mount, "the cards that live stay");
});

test("where its cards come before the engine, these are the ones that live", async () => {
  const page = await article(snippet());
  await page.load(LANGUAGES);
  page.network.break(WASM, "held");
  await page.click(".lead");
  page.element.lang = "fr";
  await page.until(() => title(page) == "The facts in fr");
  page.network.mend();
  await page.until(isReady(page));
  assert.deepEqual(page.engine.attached.map(({ mount, language }) => [mount, language]), [[page.mount(), "fr"]]);
});

test("a language requested while another story is on its way is that of the other story", async () => {
  const page = await article(snippet({}, 'src="b/story.bin" lang="en"'));
  page.network.put(STORY, "a story");
  page.network.put("https://article.example/c/story.bin", "another");
  await page.load(LANGUAGES);
  await page.click(".lead");
  await page.until(isReady(page));
  page.network.break("c/story.bin", "held");
  page.element.src = "c/story.bin";
  page.element.lang = "fr";
  await page.pass();
  assert.deepEqual(page.engine.changed.map(({ name, language, site }) => [name, language, site]), [["lang", "fr", "https://article.example/b/"]]);
  page.network.mend();
  await page.until(() => page.engine.changed.length == 2);
  const [, { name, language, site }] = page.engine.changed;
  assert.deepEqual([name, language, site], ["src", "fr", "https://article.example/c/"]);
});

test("a story requested while the engine takes over is the one that shows", async () => {
  const page = await article(snippet({}, 'src="b/story.bin" lang="en"'));
  page.network.put(STORY, "a story");
  page.network.put("https://article.example/c/story.bin", "another");
  page.network.put("https://article.example/c/snippet/en.html", snippet({ title: "Another" }));
  await page.load(LANGUAGES);
  const { read } = page.engine;
  // Between what is read and what is hydrated there is a task.
  page.engine.read = (...values) => {
    page.element.src = "c/story.bin";
    return read.apply(page.engine, values);
  };
  await page.click(".lead");
  await page.until(isReady(page));
  await page.until(() => page.engine.changed.length);
  const [{ name, story }] = page.engine.changed;
  assert.deepEqual([name, Buffer.from(story).toString()], ["src", "another"]);
});
