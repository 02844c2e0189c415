// The story of an element that names one: when it is fetched, how often, and what is rejected.
import assert from "node:assert/strict";
import { test } from "node:test";
import { STATUS, snippet } from "./markup.mjs";
import { open } from "./page.mjs";
import { MOST, SITE, WASM } from "./scripts.mjs";

const STORY = "https://article.example/b/story.bin";
const LATE = 60000;
const readies = (page) => page.heard.filter(([event]) => event == "ready").length;
const errors = (page) => page.heard.filter(([event]) => event == "error");
const requestCount = (page, address = STORY) => page.network.requests.filter((one) => one == address).length;
const text = (bytes) => Buffer.from(bytes).toString();

// An article with that many elements of one story, before activation.
const withStory = async (count = 1, content = "a story") => {
  const page = await open(snippet({}, 'src="b/story.bin"').repeat(count));
  page.network.put(STORY, content);
  await page.load();
  return page;
};

test("the story is fetched on activation, and the engine gets its bytes and its site's address", async () => {
  const page = await withStory();
  assert.deepEqual(page.requests, []);
  await page.click(".lead");
  await page.until(() => readies(page));
  const [{ story, site }] = page.engine.attached;
  assert.equal(text(story), "a story");
  assert.equal(site, "https://article.example/b/");
  assert.equal(requestCount(page), 1);
});

test("while pointer or focus is in the cards, the story is fetched alongside the program", async () => {
  const page = await withStory();
  page.network.break(WASM, "held");
  page.point();
  await page.click(".lead");
  assert.equal(requestCount(page), 1);
  assert.equal(page.engine.started, 0);
  page.network.mend();
  await page.until(() => readies(page));
  assert.equal(requestCount(page), 1);

  const other = await withStory();
  other.network.break(WASM, "held");
  await other.click(".lead");
  assert.equal(requestCount(other), 0, "nobody is seen to wait: no pointer, no focus");
});

test("elements of one story fetch it once", async () => {
  const page = await withStory(2);
  for (const element of page.document.querySelectorAll("fact-cards")) await page.click(".lead", element);
  await page.until(() => readies(page) == 2);
  assert.equal(requestCount(page), 1);
  assert.deepEqual(page.engine.attached.map(({ story }) => text(story)), ["a story", "a story"]);
});

test("a story that cannot be fetched is reported, leaves the facts, and is tried again at the next activation", async () => {
  for (const fault of ["missing", "refused"]) {
    const page = await withStory();
    page.network.break(STORY, fault);
    await page.click(".lead");
    await page.until(() => errors(page).length);
    assert.match(errors(page)[0][1], /story\.bin/);
    assert.equal(page.seen().length, 4);
    assert.equal(requestCount(page), 1);
    page.network.mend();
    await page.click("label[for=kind-venue]");
    await page.until(() => readies(page));
    assert.equal(requestCount(page), 2);
    assert.equal(text(page.engine.attached[0].story), "a story");
  }
});

test("a story that does not load within a minute counts as one that cannot be fetched", async () => {
  const page = await withStory();
  page.network.break(STORY, "held");
  await page.click(".lead");
  await page.pass(LATE - 2);
  assert.deepEqual(errors(page), []);
  await page.pass(2);
  await page.until(() => errors(page).length);
});

test("a story of the maximum size is accepted; one byte more is refused and not tried again", async () => {
  const page = await withStory(1, "x".repeat(MOST));
  await page.click(".lead");
  await page.until(() => readies(page));
  assert.equal(page.engine.attached[0].story.length, MOST);

  const other = await withStory(1, "x".repeat(MOST + 1));
  await other.click(".lead");
  await other.until(() => errors(other).length);
  assert.equal(errors(other)[0][1], `RangeError: ${STORY} has more than ${MOST} bytes: that is no story`);
  await other.click(".lead");
  await other.until(() => errors(other).length == 2);
  assert.equal(requestCount(other), 1);
});

test("an endless story is cut off", async () => {
  let isCancelled = false;
  const endless = new ReadableStream({
    pull: (stream) => stream.enqueue(new Uint8Array(400)),
    cancel: () => {
      isCancelled = true;
    },
  });
  const page = await withStory(1, endless);
  await page.click(".lead");
  await page.until(() => errors(page).length);
  assert.ok(isCancelled);
});

test("a story named later replaces the one before", async () => {
  const page = await withStory();
  page.network.put("https://article.example/c/story.bin", "another");
  await page.click(".lead");
  await page.until(() => readies(page));
  page.element.src = "c/story.bin";
  await page.until(() => page.engine.changed.length);
  const [{ name, story, site }] = page.engine.changed;
  assert.deepEqual([name, text(story), site], ["src", "another", "https://article.example/c/"]);
});

test("where another story cannot be fetched, the one before stays, and only the event and the console say so", async () => {
  const page = await withStory();
  await page.click(".lead");
  await page.until(() => readies(page));
  page.element.src = "c/story.bin";
  await page.until(() => errors(page).length);
  assert.match(errors(page)[0][1], /c\/story\.bin: 404/);
  assert.equal(page.status(), STATUS);
  assert.deepEqual(page.engine.changed, []);
  assert.equal(page.said.length, 1);
});

test("of two stories named in turn only the last is shown, whichever loads first", async () => {
  const page = await withStory();
  for (const name of ["c", "d"]) page.network.put(`https://article.example/${name}/story.bin`, name);
  await page.click(".lead");
  await page.until(() => readies(page));
  page.network.break("c/story.bin", "held");
  page.element.src = "c/story.bin";
  await page.pass();
  page.element.src = "d/story.bin";
  await page.until(() => page.engine.changed.length);
  page.network.mend();
  await page.pass();
  await page.until(() => page.engine.changed.length == 2);
  assert.deepEqual(page.engine.changed.map(({ story }) => text(story)), ["d", "d"]);
});

test("a story that loads after the program has stopped is not given to it", async () => {
  const page = await withStory();
  page.network.put("https://article.example/c/story.bin", "another");
  await page.click(".lead");
  await page.until(() => readies(page));
  page.network.break("c/story.bin", "held");
  page.element.src = "c/story.bin";
  await page.pass();
  page.engine.stop("panicked at a test");
  page.network.mend();
  await page.pass();
  assert.deepEqual(page.engine.changed, []);
  assert.deepEqual(errors(page).map(([, why]) => why), ["panicked at a test"]);
});

// A story whose markup was made by an attacker.
const HOSTILE = `<p class="lead" onclick="hacked()" style="position:fixed" data-shape="1">Facts<script>hacked()</script><img src=x onerror="hacked()"
  ><iframe srcdoc="<script>hacked()</script>"></iframe><svg onload="hacked()"><a xlink:href="javascript:hacked()"><text>x</text></a><use href="https://evil.example/a.svg#a"></use
  ><animate attributeName="href" to="javascript:hacked()"></animate><foreignObject><p>x</p></foreignObject><style>@import "https://evil.example/b.css";</style></svg
  ><a class="js" href="java\tscript:hacked()">a</a><a class="js" href=" javascript:hacked()">b</a><a class="js" href="data:text/html,x">c</a
  ><a class="ok" href="https://other.example/">d</a><a class="ok" href="#card=x">e</a><a class="ok" href="ar/">f</a
  ><button formaction="javascript:hacked()" type="submit">g</button><input type="password" name="pin"><form action="https://evil.example"><input></form
  ><template><script>hacked()</script></template><x-widget></x-widget><object data="x"></object><link rel="stylesheet" href="https://evil.example/a.css"></p>`;
const FOREIGN = "https://evil.example/story.bin";
const FILTERS = "assets/foreign";
const withForeignCards = async (styles = ".card{color:red}") => {
  const page = await open(`<fact-cards src="${FOREIGN}"><a href="https://evil.example/">The facts</a></fact-cards>`);
  const markup = snippet().replace(/<style>.*?<\/style>/, `<style>${styles}</style>`).replace('<p class="lead">What is known.</p>', HOSTILE);
  page.network.put("https://evil.example/snippet/en.html", markup);
  await page.load();
  await page.until(() => page.mount());
  return page;
};

test("of another site's markup only the elements and attributes of our own are kept", async () => {
  const page = await withForeignCards();
  const all = [...page.mount().querySelectorAll("*")];
  const has = (name) => all.some((node) => node.localName == name);
  for (const name of ["script", "img", "iframe", "text", "use", "animate", "foreignObject", "form", "template", "x-widget", "object", "link"]) assert(!has(name), name);
  assert(all.every((node) => node.localName != "style" || node.textContent == ""), "no styles from within a drawing");
  for (const node of all)
    for (const { name } of [...node.attributes]) assert(!/^(on.*|style|formaction|src|srcdoc|action|data-shape|xlink:.*)$/.test(name), name);
  assert.deepEqual(all.filter((node) => node.matches(".js")).map((node) => node.hasAttribute("href")), [false, false, false]);
  assert.deepEqual(all.filter((node) => node.matches(".ok")).map((node) => node.getAttribute("href")), ["https://other.example/", "#card=x", "ar/"]);
  assert(!all.some((node) => ["password", "submit"].includes(node.getAttribute("type"))));
  assert.equal(page.seen().length, 4, "the facts are there");
  assert(!page.mount().hasAttribute("data-shape"), "it is not taken for what this engine has made");
  assert.match(page.find(".lead").textContent, /^Facts/);
  const [figure, coast] = [".figure > b", ".face > svg[viewBox] > path[d]"].map((selector) => page.find(selector));
  assert(figure && coast, "figures and faces are our own");
});

test("styles of another site cannot fetch anything", async () => {
  const styles = async (text) => {
    const page = await withForeignCards(text);
    return page.element.shadowRoot.adoptedStyleSheets.map((sheet) => sheet.text).join("");
  };
  assert.equal(await styles(".card{color:red}"), ".card{color:red}");
  for (const text of ["a{background:url(https://evil.example/a)}", "@import 'https://evil.example/a.css';", "a{background:\\75rl(x)}", "a{background:image-set('x' 1x)}"])
    assert.equal(await styles(text), "", text);
});

test("markup of the script's own site is shown as it is, and no filter is fetched for it", async () => {
  const page = await open(`<fact-cards lang="en"></fact-cards>`);
  await page.load();
  await page.until(() => page.mount());
  assert.equal(page.mount().dataset.shape, "1");
  assert.deepEqual(page.requests, ["snippet/en.html"]);
});

test("the filter for another site's markup is on its way together with that", async () => {
  const page = await open(`<fact-cards src="${FOREIGN}"></fact-cards>`);
  for (const name of ["snippet", FILTERS]) page.network.break(name, "held");
  await page.load();
  assert.deepEqual(page.requests.sort(), ["assets/foreign-1.js", "https://evil.example/snippet/en.html"]);
});

test("another site's markup that cannot be filtered is not shown, as if it could not be fetched", async () => {
  for (const fault of ["missing", "refused"]) {
    const page = await open(`<fact-cards src="${FOREIGN}"><a href="https://evil.example/">The facts</a></fact-cards>`);
    page.network.put("https://evil.example/snippet/en.html", snippet());
    page.network.break(FILTERS, fault);
    await page.load();
    await page.until(() => errors(page).length);
    assert.match(errors(page)[0][1], /foreign/);
    assert.equal(page.element.shadowRoot, null);
    assert.equal(page.element.textContent, "The facts");
    page.network.mend();
    page.element.remove();
    page.document.body.append(Object.assign(page.document.createElement("fact-cards"), { src: FOREIGN }));
    await page.until(() => page.mount());
    assert.equal(page.mount().hasAttribute("data-shape"), false, "the next element tries again");
  }
});

test("markup that a redirect brings from another site is filtered too", async () => {
  const page = await open(`<fact-cards src="${SITE}b/story.bin" lang="en"></fact-cards>`);
  page.network.put(`${SITE}b/snippet/en.html`, "https://evil.example/snippet/en.html", 302);
  page.network.put("https://evil.example/snippet/en.html", snippet().replace('<p class="lead">', '<p class="lead" onclick="hacked()">'));
  await page.load();
  await page.until(() => page.mount());
  assert.equal(page.find(".lead").hasAttribute("onclick"), false);
  assert.equal(page.mount().hasAttribute("data-shape"), false);
});

test("named elements cannot shadow globals that the scripts need", async () => {
  const names = ["baseURI", "querySelectorAll", "createElement", "readyState"].map((name) => `<img name="${name}"><form name="${name}"></form>`).join("");
  const page = await open(names + snippet({}, 'src="b/story.bin"'));
  page.network.put(STORY, "a story");
  await page.load();
  await page.click(".lead");
  await page.until(() => readies(page));
  assert.equal(text(page.engine.attached[0].story), "a story");
});
