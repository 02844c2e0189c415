// The card in the sentence: words of the article that name a card, `<a data-fact-card="ID" href="…">`, open it beside them. The
// loader imports this when somebody is about to follow such words; the card itself comes as any other that stands by itself.
// Without this file, or where anything in it fails, the words are a link. Of several cards by themselves it makes one list.

// Between the words and the card, and the least between the card and the edge of the window; in CSS pixels.
const GAP = 6;
const EDGE = 8;
// A window that is narrower gets the card from below, as a sheet.
const NARROW = 600;
// How long the card may take before it is shown that it comes, in milliseconds.
const PATIENCE = 250;
// How long a pointer rests before a card is fetched ahead, in milliseconds.
const REST = 120;

// Elements with a name may hide what a document can do.
const create = (name) => Document.prototype.createElement.call(document, name);

const sheetOf = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

// What is important in here no style of the article overrides.
const FRAME = sheetOf(`
  :host {
    all: initial !important;
    position: absolute !important;
    box-sizing: border-box !important;
    inset: var(--inset) !important;
    inline-size: var(--width) !important;
    max-block-size: var(--most) !important;
    overflow: auto !important;
    overscroll-behavior: contain !important;
    border: 1px solid var(--fact-cards-line, light-dark(#dcd8cd, #363a43)) !important;
    border-radius: 4px !important;
    background: var(--fact-cards-card, light-dark(#fff, #1c1f25)) !important;
    color: var(--fact-cards-ink, light-dark(#15171c, #eceae4)) !important;
    color-scheme: var(--scheme) !important;
    box-shadow: 0 2px 4px rgb(0 0 0 / 12%), 0 8px 28px rgb(0 0 0 / 22%) !important;
    font: medium/1.5 system-ui, sans-serif !important;
    direction: var(--direction) !important;
  }
  :host(:not(:popover-open)) { display: none !important; }
  :host(:popover-open) { display: block !important; }
  :host([data-sheet]) {
    position: fixed !important;
    inset: auto 0 0 !important;
    inline-size: 100% !important;
    max-block-size: min(80vh, 100% - 3em) !important;
    max-block-size: min(80dvh, 100% - 3em) !important;
    padding-block-end: env(safe-area-inset-bottom) !important;
    border-width: 1px 0 0 !important;
    border-radius: 12px 12px 0 0 !important;
  }
  :host(:focus-visible) { outline: 3px solid var(--fact-cards-member, light-dark(#1d4a86, #9cc2f5)) !important; outline-offset: -3px !important; }
  ::slotted(fact-cards) { display: block !important; position: static !important; float: none !important; inline-size: auto !important; min-inline-size: 0 !important; max-inline-size: none !important; margin: 0 !important; padding: 0 !important; border: 0 !important; }
  .bar { position: sticky; z-index: 1; inset-block-start: 0; display: flex; justify-content: flex-end; block-size: 0; }
  button {
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    margin: 4px 1px 0;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: var(--fact-cards-card, light-dark(#fff, #1c1f25));
    color: inherit;
    font: 24px/1 system-ui, sans-serif;
    cursor: pointer;
  }
  button:focus-visible { outline: 3px solid currentcolor; outline-offset: -4px; }
  :host([aria-busy]) { min-block-size: 48px !important; }
  :host([aria-busy])::before { content: ""; position: absolute; inset: 0 auto auto 0; inline-size: 40%; block-size: 3px; background: currentcolor; opacity: 0.6; }
  @media (prefers-reduced-motion: no-preference) {
    :host(:popover-open) { animation: come 140ms ease-out; }
    @keyframes come { from { opacity: 0; translate: 0 0.4em; } }
  }
  @media print { :host(:popover-open) { display: none !important; } }
`);
// In the card: it is open and stays so, and the popover around it has the border.
const CARD = sheetOf(`
  .fact-cards { background: none !important; }
  .card { --inset: 1em; border-width: 0; border-block-start-width: 3px; border-radius: 0; }
  .facts-of > summary { display: none; }
  [data-bare] > :is(.about, .whole) { margin: 0 1.2em 0.5em; }
`);

// Whose cards a link opens: those of the element that it stands in, or else of the one it names, or of the first on the page.
const sourceOf = (link, story) => {
  const root = link.getRootNode();
  const find = (selector) => Document.prototype.querySelector.call(document, selector);
  const source = story ? find(`fact-cards#${CSS.escape(story)}`) : root.host?.localName == "fact-cards" ? root.host : find("fact-cards");
  if (!source) throw "no <fact-cards> on this page says whose cards these are";
  return source;
};

// The cards that were opened, or are about to be, by the element and the card.
const known = new Map();

class Beside {
  #link;
  #pressed;
  #failed;
  #goesUp;

  constructor(link, source, id) {
    const popover = (this.popover = create("div"));
    const card = (this.card = create("fact-cards"));
    const given = { popover: "auto", role: "dialog", tabindex: "-1", "aria-label": link.textContent.trim() };
    for (const [name, value] of Object.entries(given)) popover.setAttribute(name, value);
    const asked = { only: id, open: "", loading: "none", src: source.getAttribute("src"), theme: source.getAttribute("theme") };
    asked.lang = (source.closest("[lang]") ?? link.closest("[lang]"))?.lang;
    for (const [name, value] of Object.entries(asked)) if (value != null) card.setAttribute(name, value);
    popover.append(card);
    // The border has the colours of the card, wherever the page has set them.
    const looks = getComputedStyle(source);
    for (const name of ["card", "ink", "line", "member"].map((name) => `--fact-cards-${name}`)) {
      const value = looks.getPropertyValue(name);
      if (value) popover.style.setProperty(name, value);
    }

    const root = popover.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [FRAME];
    const [before, after] = ["start", "end"].map(() => Object.assign(create("span"), { tabIndex: 0 }));
    const bar = Object.assign(create("div"), { className: "bar" });
    this.button = Object.assign(create("button"), { type: "button", textContent: "×" });
    bar.append(this.button);
    root.append(before, bar, create("slot"), after);

    this.button.addEventListener("click", () => this.close());
    // A key that leads out of the card leads back to the words.
    for (const end of [before, after]) end.addEventListener("focus", () => this.close());
    // With Shift down WebKitGTK calls the key something else.
    popover.addEventListener("keydown", (event) => {
      if (![event.key, event.code].includes("Tab") || event.composedPath()[0] != popover) return;
      event.preventDefault();
      event.shiftKey ? this.close() : this.button.focus();
    });
    card.addEventListener("fact-cards-error", ({ detail }) => (this.#failed ??= detail));
    popover.addEventListener("beforetoggle", ({ target, newState }) => {
      if (target == popover && newState == "closed" && popover.matches(":focus-within")) this.#link.focus({ preventScroll: true });
    });
    popover.addEventListener("toggle", ({ target, newState }) => {
      if (target == popover) this.#link.setAttribute("aria-expanded", newState == "open");
    });
    // A press on the words while the card is open closes it, like any outside of it; the click that follows opens nothing.
    document.addEventListener("pointerdown", (event) => (this.#pressed = this.isOpen && event.composedPath().includes(this.#link)), true);
    // The words may move under it, and the card changes its height where somebody opens something in it.
    const follow = () => this.isOpen && this.#place();
    new ResizeObserver(follow).observe(card);
    addEventListener("resize", follow);
    document.addEventListener("scroll", follow, { capture: true, passive: true });
    // Beside the words, so that it is not inert where they stand in a dialog, and stays open within another card.
    this.#home(link).append(popover);
  }

  get isOpen() {
    return this.popover.matches(":popover-open");
  }

  close() {
    this.popover.hidePopover();
  }

  // Where the popover is put: a card that is opened from another one belongs to it.
  #home(link) {
    for (let node = link; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
      if (node.matches?.("[popover], dialog[open]")) return node;
    }
    return document.fullscreenElement ?? document.body;
  }

  // The card, once it is there.
  async #come() {
    while (!this.card.shadowRoot) {
      if (this.#failed) throw this.#failed;
      await new Promise(requestAnimationFrame);
    }
    const root = this.card.shadowRoot;
    if (root.adoptedStyleSheets.includes(CARD)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, CARD];
    const mount = root.querySelector(".fact-cards-mount");
    const name = mount.querySelector(".name");
    const { lang, dir } = mount.querySelector("[lang]");
    this.popover.setAttribute("aria-label", name.textContent);
    this.popover.lang = lang;
    this.popover.style.setProperty("--direction", dir);
    this.button.setAttribute("aria-label", mount.dataset.close);
  }

  async open(link) {
    if (this.#pressed && this.#link == link) {
      this.#pressed = false;
      return;
    }
    this.#link = link;
    const { popover } = this;
    const home = this.#home(link);
    if (popover.parentNode != home) home.append(popover);
    const came = this.#come();
    const wait = new Promise((late) => setTimeout(late, PATIENCE));
    await Promise.race([came, wait]);
    popover.style.setProperty("--scheme", this.card.getAttribute("theme") || getComputedStyle(link).colorScheme);
    if (!this.card.shadowRoot) popover.setAttribute("aria-busy", "true");
    this.#goesUp = undefined;
    popover.showPopover();
    this.#place();
    popover.focus({ preventScroll: true });
    try {
      await came;
    } catch (error) {
      this.close();
      throw error;
    } finally {
      popover.removeAttribute("aria-busy");
    }
  }

  // Puts the card below the words or, where there is more room, above. It scrolls with the page by itself.
  #place() {
    const { popover } = this;
    // In a frame that is as high as its page, the lower edge of the window may be far away.
    const isTall = self != parent && innerHeight > screen.height;
    const isSheet = innerWidth < NARROW && !isTall;
    popover.toggleAttribute("data-sheet", isSheet);
    if (isSheet) return;
    const set = (name, value) => popover.style.setProperty(name, value);
    const { clientWidth, clientHeight } = document.documentElement;
    const lines = [...this.#link.getClientRects()];
    const words = lines[0] ?? this.#link.getBoundingClientRect();
    const end = lines.at(-1) ?? words;
    const width = Math.min(480, clientWidth - 2 * EDGE);
    const isLeftward = getComputedStyle(this.#link).direction == "rtl";
    const left = Math.max(EDGE, Math.min(isLeftward ? words.right - width : words.left, clientWidth - width - EDGE));
    const below = clientHeight - end.bottom - GAP - EDGE;
    const above = words.top - GAP - EDGE;
    set("--width", `${width}px`);
    this.#goesUp ??= below < Math.min(popover.scrollHeight, 360) && above > below;
    const most = Math.max(this.#goesUp ? above : below, 160);
    set("--most", `${most}px`);
    const height = Math.min(popover.scrollHeight + 2, most);
    const top = this.#goesUp ? words.top - GAP - height : end.bottom + GAP;
    set("--inset", `${top + scrollY}px auto auto ${left + scrollX}px`);
  }
}

// Somebody is near a link, or follows it. Then the card opens; what is near only is fetched.
export const meet = async (link, isFollowed) => {
  const [id, story] = link.dataset.factCard.split("#").reverse();
  const source = sourceOf(link, story);
  let cards = known.get(source);
  if (!cards) known.set(source, (cards = new Map()));
  let beside = cards.get(id);
  if (!beside) cards.set(id, (beside = new Beside(link, source, id)));
  if (!link.hasAttribute("aria-expanded")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
  }
  try {
    if (isFollowed) await beside.open(link);
  } catch (error) {
    // It may be there the next time.
    cards.delete(id);
    beside.popover.remove();
    throw error;
  }
};

// Now that this is here, a pointer that rests on such words and a focus fetch their card ahead; never where somebody saves data.
let rest;
const near = (event) => {
  clearTimeout(rest);
  const link = event.composedPath().find((node) => node.dataset?.factCard);
  if (link && !navigator.connection?.saveData) rest = setTimeout(() => meet(link, false).catch(() => {}), REST);
};
for (const type of ["mouseover", "focusin"]) addEventListener(type, near);

// Several cards by themselves, each of which has a file of its own: in the first file that is there stand those of the others too.
// `get` gives what is in the file of a folder; `fail` is told what is not there.
export const gathered = async (only, get, fail) => {
  const ids = only.split(",").map((id) => id.trim()).filter(Boolean);
  const all = await Promise.allSettled(ids.map((id) => get(`${encodeURIComponent(id)}/`)));
  const [first, ...rest] = all.flatMap(({ value }) => value ?? []);
  const missing = all.filter(({ reason }) => reason).map(({ reason }) => reason);
  // Where there is none at all the loader says so itself.
  if (!first) throw missing.join(", ");
  for (const reason of missing) fail(reason);
  for (const { content } of rest) {
    first.content.querySelector(".cards").append(content.querySelector("article"));
    // It tells of one card.
    first.content.querySelector(".about").style.visibility = "hidden";
  }
  return first;
};
