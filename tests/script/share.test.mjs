// Sharing and exporting for the engine: a link is shared or copied, a text copied, a file saved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive } from "./page.mjs";

// How something was shared, as the engine is told; `src/browser/event.rs` has the words.
const [BY_HAND, COPIED, SAVED, SHARED] = [0, 1, 2, 3];

// A page whose engine is ready, in a browser with these abilities. `done` records the reported outcomes.
const withEngine = async (can) => {
  const page = await arrive();
  await page.click(".lead");
  await page.until(() => page.heard.length);
  for (const [name, value] of Object.entries(can)) Object.defineProperty(page.window.navigator, name, { value });
  page.done = [];
  page.share = (kind, name, text) => page.engine.share(kind, name, text, (how) => page.done.push(how));
  return page;
};

const clipboard = (into) => ({ writeText: async (text) => into.push(text) });
const refuses = async () => {
  throw new DOMException("not allowed", "NotAllowedError");
};

test("a link is shared where the browser can, and no notice is shown since the browser has its own", async () => {
  const shared = [];
  const page = await withEngine({ share: async (what) => shared.push({ ...what }), clipboard: { writeText: assert.fail } });
  await page.share("text/uri-list", "A card", "https://a.example/");
  assert.deepEqual(shared, [{ title: "A card", url: "https://a.example/" }]);
  assert.deepEqual(page.done, [SHARED]);
});

test("a link is not copied when the reader cancels sharing", async () => {
  const share = async () => {
    throw new DOMException("thought better of it", "AbortError");
  };
  const page = await withEngine({ share, clipboard: { writeText: assert.fail } });
  await page.share("text/uri-list", "A card", "https://a.example/");
  assert.deepEqual(page.done, []);
});

test("a link that may not be shared, as in a frame, is copied", async () => {
  const copied = [];
  const page = await withEngine({ share: refuses, clipboard: clipboard(copied) });
  await page.share("text/uri-list", "A card", "https://a.example/");
  assert.deepEqual([copied, page.done], [["https://a.example/"], [COPIED]]);
});

test("links and texts are copied, and success is reported", async () => {
  for (const kind of ["text/uri-list", "text/plain"]) {
    const copied = [];
    const page = await withEngine({ clipboard: clipboard(copied) });
    await page.share(kind, "", "what is copied");
    assert.deepEqual([copied, page.done], [["what is copied"], [COPIED]]);
  }
});

test("a text is never shared", async () => {
  const [shared, copied] = [[], []];
  const page = await withEngine({ share: async (what) => shared.push(what), clipboard: clipboard(copied) });
  await page.share("text/plain", "", "a citation");
  assert.deepEqual([shared, copied], [[], ["a citation"]]);
});

test("failure is reported where copying is refused", async () => {
  const page = await withEngine({ clipboard: { writeText: refuses } });
  await page.share("text/plain", "", "a citation");
  assert.deepEqual(page.done, [BY_HAND]);
  const without = await withEngine({});
  await without.share("text/plain", "", "a citation");
  assert.deepEqual(without.done, [BY_HAND], "where there is no clipboard at all");
});

// Where a page can save files, which jsdom cannot: what was saved under which name and from which object URL.
const withFiles = async () => {
  const page = await withEngine({});
  Object.assign(page, { blobs: [], saved: [], forgotten: [] });
  page.window.URL.createObjectURL = (blob) => `blob:${page.blobs.push(blob)}`;
  page.window.URL.revokeObjectURL = (address) => page.forgotten.push(address);
  page.window.HTMLAnchorElement.prototype.click = function () {
    page.saved.push([this.href, this.download]);
  };
  return page;
};

test("a picture is found on the page of its card, and saved", async () => {
  const page = await withFiles();
  const card = "https://site.example/news/ar/card/port/";
  page.network.put(card, '<p><a class="share-picture" href="../../../assets/share-1.png" download="port.png">Picture</a></p>');
  page.network.put("https://site.example/news/assets/share-1.png", "the picture");
  await page.share("image/png", "port.png", card);
  assert.deepEqual([page.saved, page.done], [[["blob:1", "port.png"]], [SAVED]]);
  assert.deepEqual([page.blobs[0].type, await page.blobs[0].text()], ["image/png", "the picture"]);
});

test("in place of a picture that is not there nothing is saved", async () => {
  const page = await withFiles();
  const card = "https://site.example/card/port/";
  await page.share("image/png", "port.png", card);
  page.network.put(card, '<p>Of another version, without a picture.</p>');
  await page.share("image/png", "port.png", card);
  page.network.put(card, '<a class="share-picture" href="../../assets/share-1.png">Picture</a>');
  await page.share("image/png", "port.png", card);
  assert.deepEqual([page.saved, page.done], [[], [BY_HAND, BY_HAND, BY_HAND]]);
});

test("a file is saved under its name, and its object URL is revoked afterwards", async () => {
  const page = await withFiles();
  const { blobs, saved, forgotten } = page;
  await page.share("text/csv", "facts.csv", "a,b");
  assert.deepEqual(saved, [["blob:1", "facts.csv"]]);
  assert.deepEqual([blobs[0].type, await blobs[0].text()], ["text/csv", "a,b"]);
  assert.deepEqual(page.done, [SAVED]);
  assert.deepEqual(forgotten, []);
  await page.pass();
  assert.deepEqual(forgotten, ["blob:1"]);
});
