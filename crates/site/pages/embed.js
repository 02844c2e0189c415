// In a frame: takes its options from its address, and notifies the page around it how high it is.
const element = document.querySelector("fact-cards");
const OPTIONS = [
  ...["kind", "type", "source", "topic", "place", "year", "speaker", "q", "sort", "view", "page", "card", "fact"],
  ...["theme", "heading-level", "show", "only", "controls", "open"],
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

const notify = () => {
  parent.postMessage({ "fact-cards": { height: Math.ceil(element.getBoundingClientRect().height) } }, "*");
};
if (parent != window) {
  // While the rest of what was chosen is still to come, for one frame, the page around it need not move.
  new ResizeObserver(() => element.querySelector("[aria-busy]") || notify()).observe(element);
  // The page around it may have started to listen only now.
  addEventListener("message", ({ source, data }) => source == parent && data == "fact-cards-height" && notify());
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
