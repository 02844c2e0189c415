// In a frame: takes its options from its address, and notifies the page around it how high it is.
const element = document.querySelector("fact-cards");
const OPTIONS = [
  ...["kind", "type", "source", "topic", "place", "year", "speaker", "q", "sort", "view", "page", "card", "fact"],
  ...["theme", "heading-level", "show", "only", "controls", "open", "search-text"],
];

for (const [name, value] of new URLSearchParams(location.search)) {
  if (OPTIONS.includes(name)) element.setAttribute(name, value);
}

// The colours are those of the page around the frame, as its script tells, unless the address says which.
const isThemed = element.hasAttribute("theme");
addEventListener("message", ({ source, data }) => {
  const theme = data?.["fact-cards-theme"];
  if (source == parent && !isThemed && /^(light|dark)$/.test(theme)) element.setAttribute("theme", theme);
});
// Cards by themselves come from files of their own. Where none of them is there, all cards show.
if (element.hasAttribute("only") && !element.hasAttribute("controls")) {
  const all = element.querySelector(".fact-cards-mount");
  all.remove();
  element.addEventListener("fact-cards-error", () => element.shadowRoot || element.append(all));
}

// By this WordPress knows whose messages are those of a frame that it has made.
const SECRET = location.hash.match(/^#\?secret=(\w+)$/)?.[1];
// It makes a frame no higher than that, in pixels.
const MOST = 1000;

// Whatever page is around it is told its height, in the words that it understands: our own script, AMP, Medium and Embedly,
// WordPress.
const tell = (message, to = "*") => parent.postMessage(message, to);
const notify = () => {
  const height = Math.ceil(element.getBoundingClientRect().height);
  tell({ "fact-cards": { height } });
  tell({ sentinel: "amp", type: "embed-size", height });
  tell(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  if (SECRET) tell({ message: "height", value: height, secret: SECRET });
};

// In WordPress as many cards stand before the button that shows all as the frame has room for, at each width that it gets until
// a reader does something.
const most = element.hasAttribute("show") ? 0 : element.querySelector("[data-show]")?.dataset.show;
let width;
const fit = () => {
  const box = element.getBoundingClientRect();
  if (!SECRET || !most || width == box.width || element.querySelector("[data-ready]")) return;
  width = box.width;
  element.setAttribute("show", most);
  const bottom = (node) => node.getBoundingClientRect().bottom;
  const cards = [...element.querySelectorAll("[data-card]")].filter((card) => card.checkVisibility());
  const room = MOST - (bottom(element) - Math.max(...cards.map(bottom)));
  element.setAttribute("show", Math.max(1, cards.filter((card) => bottom(card) <= room).length));
};

// How much of the frame is out of sight, above and below: what is to stay in sight stands between.
const keepInSight = (above, below) => {
  const { style, dataset } = document.documentElement;
  style.setProperty("--out-above", `${above}px`);
  style.setProperty("--out-below", `${below}px`);
  dataset.inSight = "";
};
// Where the page around it does not tell that, the browser knows, as soon as something is pressed.
const look = () => {
  new IntersectionObserver(([{ intersectionRect: seen }], watch) => {
    watch.disconnect();
    if (seen.height && !isTold) keepInSight(Math.max(0, seen.top), Math.max(0, innerHeight - seen.bottom));
  }).observe(element);
};
let isTold;

// What a reader does is told to a page that asks for it, and to nobody else: what happens before is kept until then.
const EVENTS = ["ready", "change", "open", "share", "search", "visible", "error"].map((name) => `fact-cards-${name}`);
const KEPT = 100;
const kept = [];
let asks;
const report = (event) => (asks ? tell({ "fact-cards": event }, asks) : kept.length < KEPT && kept.push(event));

if (parent != window) {
  fit();
  // A frame that is hidden until it tells its height, as that of WordPress is, is not laid out by itself in Chromium.
  notify();
  // While the rest of what was chosen is still to come, for one frame, the page around it need not move.
  new ResizeObserver(() => {
    // Not here: whoever is told of a height and makes it another one at once is told by browsers to stop.
    requestAnimationFrame(fit);
    if (!element.querySelector("[aria-busy]")) notify();
  }).observe(element);
  for (const name of EVENTS) {
    addEventListener(name, ({ type, detail }) => {
      // What was typed is told only where the address of the frame asks for that.
      if (detail?.q && !element.hasAttribute("search-text")) detail = { ...detail, q: undefined };
      report({ event: type, detail });
    });
  }
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, look, true);
  addEventListener("message", ({ source, origin, data }) => {
    if (source != parent) return;
    // The page around it may have started to listen only now.
    if (data == "fact-cards-height" || (SECRET && data?.message == "ready" && data.secret == SECRET)) notify();
    if (data == "fact-cards-events") {
      // A page in a sandbox has no origin that it could be told by.
      asks = origin == "null" ? "*" : origin;
      kept.splice(0).forEach(report);
    }
    const seen = data?.["fact-cards-seen"];
    if (Array.isArray(seen) && seen.length == 2 && seen.every((pixels) => pixels >= 0 && pixels < 1e6)) {
      isTold = true;
      keepInSight(...seen);
    }
  });
}

// A link to another site neither leaves the page around the frame nor fills the frame. Where a sandbox forbids windows, the
// link tells its address, to be copied.
const told = new Set();
const tellAddresses = () => {
  for (const link of element.querySelectorAll("a")) {
    if (told.has(link.href) && !link.querySelector("span")) {
      link.append(Object.assign(document.createElement("span"), { textContent: ` ${link.href}` }));
    }
  }
};
addEventListener("click", (event) => {
  const link = event.composedPath().find((node) => node.href);
  // A card that opens beside the words.
  if (event.defaultPrevented) return;
  if (!link || link.href.split("#")[0] == location.href.split("#")[0]) return;
  event.preventDefault();
  // WordPress follows links to the site that the frame is from, where a sandbox lets the frame open nothing.
  if (SECRET && link.origin == location.origin) return tell({ message: "link", value: link.href, secret: SECRET });
  try {
    // Where windows are forbidden there is none, or Firefox throws.
    open(link.href).opener = null;
  } catch {
    told.add(link.href);
    tellAddresses();
  }
});
// The engine, which comes with the first click, may have made the cards anew.
addEventListener("fact-cards-ready", tellAddresses);

// WebKit paints a sign where a picture cannot come: over a drawn face it is hidden. What has failed before this runs fails again.
addEventListener("error", ({ target }) => target.matches?.(".face > img") && (target.hidden = true), true);
for (const face of document.querySelectorAll(".face > img")) if (face.complete && !face.naturalWidth) face.src = face.src;
