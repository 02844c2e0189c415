// How the engine hydrates the prerendered cards: what it is given, and what the script does besides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, ownPage, snippet } from "./markup.mjs";
import { arrive, open } from "./page.mjs";
import { ENGINE, GLUE, SITE, STYLES, WASM, runHydrate } from "./scripts.mjs";

const CALM = 600;
const isReady = (page) => () => page.heard.some(([event]) => event == "ready");
const styles = (root) => root.adoptedStyleSheets.map(({ text }) => text);

test("nothing that is there is changed before the engine hydrates it", async () => {
  const page = await arrive();
  const mount = page.mount();
  const [nodes, markup] = [[...mount.querySelectorAll("*")], mount.innerHTML];
  await page.click(".lead");
  await page.until(isReady(page));
  assert.equal(page.mount(), mount);
  assert.equal(mount.innerHTML, markup);
  assert.ok([...mount.querySelectorAll("*")].every((node, at) => node == nodes[at]));
});

test("for its own story the engine gets no story data, and the address of the site", async () => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(isReady(page));
  const [{ story, site, linkTarget }] = page.engine.attached;
  assert.deepEqual([story, site, linkTarget], [undefined, SITE, undefined]);
});

test("a story is read in a task of its own before anything is hydrated", async () => {
  const page = await arrive();
  const steps = [];
  const { read, attach } = page.engine;
  page.engine.read = function (language, story) {
    steps.push("read");
    queueMicrotask(() => steps.push("the end of that task"));
    return read.call(this, language, story);
  };
  page.engine.attach = function (...values) {
    steps.push("hydrate");
    return attach.apply(this, values);
  };
  await page.click(".lead");
  await page.until(isReady(page));
  assert.deepEqual(page.engine.stories, [{ language: "en", story: undefined }]);
  assert.deepEqual(steps.slice(0, 3), ["read", "the end of that task", "hydrate"]);
});

test("a story that cannot be read fails its element alone", async () => {
  const page = await arrive();
  page.engine.read = () => "no story";
  await page.click(".lead");
  await page.until(() => "failed" in page.mount().dataset);
  assert.deepEqual(page.engine.attached, []);
});

test("in the standalone file there is no site", async () => {
  const page = await open();
  const { begin } = runHydrate(page.given, undefined, page.engine, "data:text/javascript,");
  let hydrate;
  begin(new Response(""), page.element, assert.fail, "en").then((given) => (hydrate = given));
  await page.until(() => hydrate);
  hydrate(page.mount(), "en");
  assert.equal(page.engine.attached[0].site, "");
});

test("what a reader has chosen, typed and opened is kept when the engine hydrates", async () => {
  const page = await arrive();
  let found;
  const { attach } = page.engine;
  page.engine.attach = function (element, mount, ...more) {
    const [kind, search, card] = ["#kind-member", ".search", ".facts-of"].map((selector) => mount.querySelector(selector));
    found = [kind.checked, search.value, card.open, page.element.shadowRoot.activeElement == search];
    attach.call(this, element, mount, ...more);
  };
  page.network.break(WASM, "held");
  await page.click("label[for=kind-member]");
  await page.click(".facts-of > summary");
  page.find(".search").focus();
  page.find(".search").value = "dgsn";
  page.network.mend();
  await page.until(isReady(page));
  assert.deepEqual(found, [true, "dgsn", true, true]);
});

test("the styles for what only the engine shows come with it, after the existing ones", async () => {
  const page = await arrive(element());
  const before = styles(page.element.shadowRoot);
  await page.click(".lead");
  await page.until(isReady(page));
  assert.deepEqual(styles(page.element.shadowRoot), [...before, STYLES]);
});

test("our own page has these styles already", async () => {
  const page = await arrive(ownPage());
  await page.click(".lead");
  await page.until(isReady(page));
  assert.deepEqual(styles(page.document), []);
});

test("a loading indicator shows until the engine is ready", async () => {
  const page = await arrive(snippet({}, 'id="a"') + snippet({}, 'id="b"'));
  const [a, b] = page.document.querySelectorAll("fact-cards");
  page.network.break(GLUE, "held");
  a.shadowRoot.querySelector(".search").focus();
  await page.pass();
  assert.ok(!("loading" in page.mount(a).dataset), "the script that says it is not there yet");
  let begun;
  page.engine.init = () => new Promise((done) => (begun = done));
  page.network.mend();
  await page.until(() => begun);
  assert.ok("loading" in page.mount(a).dataset);
  assert.deepEqual(styles(a.shadowRoot), [STYLES]);
  assert.ok(!("loading" in page.mount(b).dataset), "nobody waits there");
  begun();
  await page.until(isReady(page));
  assert.ok(!("loading" in page.mount(a).dataset));
  assert.deepEqual(styles(a.shadowRoot), [STYLES], "once");
});

test("the loading indicator is removed on failure", async () => {
  const page = await arrive();
  page.point();
  let failed;
  page.engine.init = () => new Promise((_, fails) => (failed = fails));
  await page.click(".lead");
  await page.until(() => failed);
  assert.ok("loading" in page.mount().dataset);
  failed("no WebAssembly");
  await page.until(() => page.heard.length);
  assert.ok(!("loading" in page.mount().dataset));
});

// The shape of markup as in `crates/site/src/publish/shape.rs`: computed from the text, where `hydrate.js` walks the
// nodes.
const shapeOfText = (markup) => {
  let hash = ENGINE;
  const note = (text) => [...text].forEach((letter) => (hash = Math.imul(hash ^ letter.charCodeAt(), 16777619)));
  const walked = markup.replace(/<!--<#>-->.*?<!--<\/#>-->/gs, "<!--<#>--><!--</#>-->");
  for (const [, comment, end, name] of walked.matchAll(/<(!--.*?-->)|<(\/)[^>]*>|<(\w+)(?:"[^"]*"|[^">])*>/gs)) {
    note(comment ? "!/" : (end ?? name.replace(/^h\d$/, (heading) => `h${heading[1] - SHAPED_TITLE}`)));
    if (["br", "hr", "img", "input"].includes(name)) note("/");
  }
  return hash;
};

// The shape of the mount that the engine is given.
const shapeOf = async (change = () => {}) => {
  const page = await arrive(element(`<div class="fact-cards-mount" data-cannot-start="No.">${SHAPED}</div>`));
  change(page);
  await page.click(".lead");
  await page.until(isReady(page));
  return page.engine.attached[0].shape;
};
const SHAPED_TITLE = 2;
const SHAPED = `<!----><section class="fact-cards" lang="en"><h2 class="title">T</h2><h3>a</h3><p class="lead" title="a>b">A &lt; B <b>c</b></p><div class="body"><!--<#>--><ul><li>1</li></ul><!----><!--</#>--></div><!--<[w]>--><input value="/>"><br><p></p></section>`;

test("the shape of a mount is the one that the site writes for the same markup", async () => {
  assert.equal(await shapeOf(), shapeOfText(SHAPED));
});

test("headings that are all one level below are no other shape: the element has requested that", async () => {
  const lower = (page) => {
    for (const [name, next] of [["h3", "h4"], ["h2", "h3"]]) {
      const heading = page.document.createElement(next);
      heading.className = page.find(name).className;
      page.find(name).replaceWith(heading);
    }
  };
  assert.equal(await shapeOf(lower), shapeOfText(SHAPED));
});

test("text and attributes are not part of the shape", async () => {
  const change = (page) => {
    page.find(".lead b").textContent = "something else";
    page.find(".lead").prepend("and more");
    page.find(".lead").title = "other";
  };
  assert.equal(await shapeOf(change), shapeOfText(SHAPED));
});

test("what Yew keeps as it is may be anything, but its bounds are part of the shape", async () => {
  const inside = await shapeOf((page) => page.find(".body > ul").replaceChildren(page.document.createElement("font")));
  assert.equal(inside, shapeOfText(SHAPED));
  for (const bound of ["firstChild", "lastChild"]) {
    assert.notEqual(await shapeOf((page) => page.find(".body")[bound].remove()), shapeOfText(SHAPED), bound);
  }
});

test("an added, missing or moved element or comment is another shape", async () => {
  const changes = {
    "an element more, as translators make": (page) => page.find(".lead").append(page.document.createElement("font")),
    "one at the end": (page) => page.mount().append(page.document.createElement("aside")),
    "an element less": (page) => page.find("br").remove(),
    "a comment less, as where markup is made small": (page) => page.mount().firstChild.remove(),
    "a comment more": (page) => page.find("section").append(page.document.createComment("")),
    "another element": (page) => page.find("br").replaceWith(page.document.createElement("hr")),
    "a heading of another level": (page) => page.find("h3").replaceWith(page.document.createElement("h4")),
    "one that is elsewhere": (page) => page.find("section").append(page.find(".lead b")),
  };
  const shapes = [shapeOfText(SHAPED)];
  for (const change of Object.values(changes)) shapes.push(await shapeOf(change));
  assert.equal(new Set(shapes).size, shapes.length, `${shapes}`);
});

// A page whose engine is ready, with the live region for the status.
const withVoice = async () => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(isReady(page));
  const voice = page.element.shadowRoot.querySelector(".voice");
  const say = async (text) => {
    // As Yew does it.
    page.find(".status > span").firstChild.data = text;
    await page.pass(0);
  };
  return { page, voice, say };
};

test("the status is announced once it has not changed for a while, not at each letter", async () => {
  const { page, voice, say } = await withVoice();
  assert.equal(voice.getAttribute("aria-live"), "polite");
  assert.equal(voice.textContent, "", "what stands there at first is read by itself");
  for (const text of ["3 cards", "2 cards", "1 card"]) {
    await say(text);
    await page.pass(CALM - 1);
    assert.equal(voice.textContent, "");
  }
  await page.pass(1);
  assert.equal(voice.textContent, "1 card");
  assert.equal(voice.lang, "en");
});

test("changes beside the status are not announced", async () => {
  const { page, voice, say } = await withVoice();
  await say("1 card");
  await page.pass(CALM);
  voice.textContent = "told";
  page.find(".lead").textContent = "Something else";
  await page.pass(CALM);
  assert.equal(voice.textContent, "told");
});

test("the status is announced again if it changes and changes back", async () => {
  const { page, voice, say } = await withVoice();
  await say("1 card");
  await page.pass(CALM);
  page.find(".status").innerHTML = "<span>2 cards</span>";
  await page.pass(0);
  assert.equal(voice.textContent, "", "the same text is no change to those who listen");
  await page.pass(CALM);
  assert.equal(voice.textContent, "2 cards");
});
