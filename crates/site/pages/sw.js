// Keeps the pages for readers who lose the network: one version as a whole, or nothing of it. The build puts in what BUILD
// stands for: the version, its files with their integrity, how addresses begin that are named by content, and its pages, which
// name the version.
const { version, files, named, pages } = BUILD;

// How long a page may take to come before the reader gets the one that is kept; in milliseconds.
const PATIENCE = 3000;

const scope = registration.scope;
const PREFIX = `fact-cards ${scope} `;
const at = (path) => new URL(path, scope).href;
const plain = (url) => url.replace(/[?#].*/, "");

const addresses = pages.map(at);
const kept = async (page) => (await caches.open(PREFIX + version)).match(page);

const fetched = async (url, options) => {
  const response = await fetch(url, options);
  if (!response.ok || response.redirected) throw Error(`${url}: ${response.status}`);
  // What a host adds to a page on its way does not matter, but a page of another version does.
  if (!options.integrity && !(await response.clone().text()).includes(version)) throw Error(`${url} is of another version`);
  return [url, response];
};

const install = async () => {
  const all = await Promise.all([
    ...files.map(([path, integrity]) => fetched(at(path), { integrity })),
    ...addresses.map((url) => fetched(url, { cache: "no-cache" })),
  ]);
  // All of it has come, so all of it is kept, unless there is no room for it.
  const cache = await caches.open(PREFIX + version);
  try {
    await Promise.all(all.map(([url, response]) => cache.put(url, response)));
  } catch (full) {
    await caches.delete(PREFIX + version);
    throw full;
  }
  await skipWaiting();
};

const activate = async () => {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name != PREFIX + version);
  // Pages that are still open may ask for files of the version before.
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
};

// A page that was taken away is not kept by anybody: all that is goes, and this worker with it.
const heeded = async (response) => {
  if (response.status == 404 || response.status == 410) {
    const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    await Promise.all([registration.unregister(), ...ours.map((name) => caches.delete(name))]);
  }
  return response.status < 500 ? response : Promise.reject(response);
};

// The page as it is now; the one that is kept where that does not come, or not soon.
const newest = async (request, page) => {
  const network = fetch(request).then(heeded);
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(async () => (await kept(page)) ?? network);
  try {
    return await Promise.race([network, late]);
  } catch (failure) {
    return (await kept(page)) ?? (failure instanceof Response ? failure : Response.error());
  }
};

// A picture that was seen is kept with this version. Without network any face of it will do.
const PICTURE = /-\d+\.jpg$/;
const picture = async (event, url) => {
  try {
    const response = await fetch(event.request);
    if (!response.ok) return response;
    // Read once, for the page and for the cache: a body that the page has begun to read cannot be copied.
    const bytes = await response.arrayBuffer();
    const whole = () => new Response(bytes, response);
    event.waitUntil(caches.open(PREFIX + version).then((cache) => cache.put(url, whole())).catch(() => {}));
    return whole();
  } catch {
    return (await caches.match(url.replace(PICTURE, "-128.jpg"), { ignoreVary: true })) ?? Response.error();
  }
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method != "GET") return;
  const url = plain(request.url);
  if (request.mode == "navigate") {
    const page = url.replace(/index\.html$/, "");
    if (addresses.includes(page)) event.respondWith(newest(request, page));
    // Of a story of several pages the first is kept: with the engine it can show the others.
    const [, first, number] = page.match(/^(.*\/)page\/(\d+)\/$/) ?? [];
    if (addresses.includes(first)) event.respondWith(fetch(request).catch(() => Response.redirect(`${first}#page=${number}`)));
    // The page of a single card or fact is not kept, but all of it is in the story.
    const [, story, name, id] = page.match(/^(.*\/)(card|fact)\/([^/]+)\/$/) ?? [];
    if (addresses.includes(story)) event.respondWith(fetch(request).catch(() => Response.redirect(`${story}#${name}=${id}`)));
  } else if (named.some((start) => request.url.startsWith(at(start)))) {
    // Named by what is in them: whichever version has them, they are the right ones.
    event.respondWith(caches.match(request.url, { ignoreVary: true }).then((response) => response ?? (PICTURE.test(url) ? picture(event, url) : fetch(request))));
  }
});
