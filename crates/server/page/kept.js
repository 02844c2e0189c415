// What the reader has done on a page, kept while the page is replaced by a newer version of itself: what is chosen and typed,
// opened and looked at. In the new version things are found again by what they are, since others may have come or gone.

// The attributes by which an element requests a state.
const NAMES = "kind type source topic place year speaker q sort view page card fact".split(" ");

const key = () => `fact-cards-serve ${location.pathname}${location.search}`;
// Everything that may have the reader's doings in it: the page itself, and what is in the shadows.
const widgets = () => [...document.querySelectorAll("fact-cards")];
const roots = () => [document, ...widgets().flatMap((widget) => widget.shadowRoot ?? [])];

// The state of which a widget has notified last, by its place on the page. An address says the same, but not every widget writes one.
const notified = new WeakMap();
addEventListener("fact-cards-change", ({ target, detail }) => notified.set(target, detail));

const attributes = (element, names) =>
  names
    .filter((name) => element.hasAttribute(name))
    .map((name) => `[${name}="${CSS.escape(element.getAttribute(name))}"]`)
    .join("");

// Where an element is: in which root, by what selector, and as which of those that it finds.
const placeOf = (element) => {
  const root = element.getRootNode();
  const around = ["data-card", "data-fact"].flatMap((name) => {
    const found = element.parentElement?.closest(`[${name}]`);
    return found ? attributes(found, [name]) : [];
  });
  const value = /^(radio|checkbox)$/.test(element.type) ? ["value"] : [];
  const own = element.localName + attributes(element, ["id", "name", "href", "data-card", "data-fact", ...value]);
  const selector = [...around, own].join(" ");
  return [roots().indexOf(root), selector, [...root.querySelectorAll(selector)].indexOf(element)];
};
const found = ([root, selector, which]) => roots()[root]?.querySelectorAll(selector)[which];
const places = (selector) => roots().flatMap((root) => [...root.querySelectorAll(selector)].map(placeOf));

const focused = () => {
  const active = document.activeElement;
  return active?.shadowRoot?.activeElement ?? active;
};

// The first card or fact that is in sight: it stays where it is, whatever comes before it.
const inSight = () => {
  if (scrollY == 0) return null;
  for (const root of roots()) {
    for (const element of root.querySelectorAll("[data-card], [data-card] [data-fact]")) {
      const { top } = element.getBoundingClientRect();
      // What is folded away has a place too.
      if (top >= 0 && top < innerHeight && element.checkVisibility()) return { place: placeOf(element), top };
    }
  }
  return null;
};

const fields = () => roots().flatMap((root) => [...root.querySelectorAll("input, select, textarea")]);

const look = () => {
  const focus = focused();
  const all = widgets();
  return {
    fields: fields().map((field) => [placeOf(field), field.value, field.checked]),
    requested: all.map((widget) => (widget.hasAttribute("sync-url") ? null : notified.get(widget))),
    ready: all.map((widget) => !!(widget.shadowRoot ?? widget).querySelector("[data-ready]")),
    opened: places("details[open]"),
    sheets: places(":popover-open"),
    focus: focus && focus != document.body ? placeOf(focus) : null,
    // Only fields for text have one.
    selection: focus?.selectionStart == null ? null : [focus.selectionStart, focus.selectionEnd, focus.selectionDirection],
    scrolled: [scrollX, scrollY],
    inSight: inSight(),
  };
};

// What was kept and is not all put back.
let pending = null;
// Tells a frame in the page to keep its own.
const NOTE = "fact-cards-serve-note";

// Keeps what the reader has done, right before the page is loaded anew.
const note = () => {
  try {
    // Where a newer version has come before the last one was all there, what counts is what was kept first.
    sessionStorage.setItem(key(), JSON.stringify(pending ?? look()));
  } catch {
    // Where nothing may be kept, the page comes as it is.
    return;
  }
  history.scrollRestoration = "manual";
};

addEventListener(NOTE, note);

// Loads the newest version of the page, in which all that was done is put back.
export const renew = () => {
  note();
  for (let at = 0; at < frames.length; at += 1) {
    try {
      frames[at].dispatchEvent(new Event(NOTE));
    } catch {
      // It is of another origin.
    }
  }
  location.reload();
};

const fill = ([place, value, checked]) => {
  const field = found(place);
  if (!field || (field.value == value && field.checked == checked)) return;
  if (/^(radio|checkbox)$/.test(field.type)) field.checked = checked;
  else field.value = value;
  // What is set before the engine has come counts as the reader's own. An engine that was quicker has to be notified, and a form of
  // the page's own follows what is chosen in it.
  const mount = field.closest(".fact-cards-mount");
  if (!mount || "ready" in mount.dataset) field.dispatchEvent(new Event("input", { bubbles: true }));
};

// Lets a widget show what it has shown. What is set in it before its engine has come counts as the reader's own.
const request = (widget, requested, ready) => {
  if (requested) {
    notified.set(widget, requested);
    for (const name of NAMES) requested[name] ? widget.setAttribute(name, requested[name]) : widget.removeAttribute(name);
  }
  if (ready) customElements.whenDefined("fact-cards").then(() => widget.dispatchEvent(new Event("focusin")));
};

// What needs no engine, or comes after it.
const arrange = ({ opened, sheets, focus, selection, scrolled, inSight }) => {
  const open = new Set(opened.map(found));
  for (const root of roots()) for (const details of root.querySelectorAll("details")) details.open = open.has(details);
  for (const sheet of sheets.map(found)) if (sheet && !sheet.matches(":popover-open")) sheet.showPopover?.();
  const again = focus && found(focus);
  if (again && again != focused()) again.focus({ preventScroll: true });
  if (again && selection) again.setSelectionRange?.(...selection);
  const seen = inSight && found(inSight.place);
  if (seen?.checkVisibility()) scrollBy({ top: seen.getBoundingClientRect().top - inSight.top, behavior: "instant" });
  else scrollTo({ left: scrolled[0], top: scrolled[1], behavior: "instant" });
};

// Puts back what was kept, as far as it is still there.
export const putBack = () => {
  try {
    pending = JSON.parse(sessionStorage.getItem(key()));
    sessionStorage.removeItem(key());
  } catch {
    // Nothing may be kept.
  }
  if (!pending) return;
  const kept = pending;
  // What the reader does from now on is not undone.
  for (const type of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    addEventListener(type, () => (pending = null), { once: true, capture: true, passive: true });
  }
  const arrangeAgain = () => pending && arrange(kept);
  const isBusy = () => roots().some((root) => root.querySelector("[aria-busy]"));
  // The engine moves to the link target, and shows the rest of many, in the frames after it is ready.
  const settle = (frames = 3) => {
    arrangeAgain();
    if (frames > 0) requestAnimationFrame(() => settle(isBusy() ? frames : frames - 1));
    else {
      pending = null;
      history.scrollRestoration = "auto";
    }
  };

  kept.fields.forEach(fill);
  const all = widgets();
  all.forEach((widget, at) => request(widget, kept.requested[at], kept.ready[at]));
  arrangeAgain();
  addEventListener("load", arrangeAgain);
  let missing = all.filter((_, at) => kept.ready[at]).length;
  const onReady = () => {
    if (pending) kept.fields.forEach(fill);
    missing -= 1;
    missing > 0 ? arrangeAgain() : settle();
  };
  if (missing > 0) for (const type of ["fact-cards-ready", "fact-cards-error"]) addEventListener(type, onReady);
  else if (document.readyState == "complete") settle();
  else addEventListener("load", () => settle());
};
