// Defines <fact-cards>: shows the prerendered cards at once, and fetches the engine on activation.
// A reader downloads this before anything else, so what is only needed with the engine stands in `engine`.
// The build puts in what BUILD stands for.
const [glue, wasm, more, sentence, integrity, languages] = BUILD;

// The attributes, and how many of them, the first ones, an address can request too.
const NAMES = "kind type source topic place year speaker q sort view page card fact lang src theme heading-level sync-url show loading only controls open search-text".split(" ");
const REQUESTABLE = 13;
// What the style sheet chooses without the engine, where it is there, each with what is chosen at first.
const CHOICES = { kind: "all", view: "cards" };
// How long the pointer rests before it is an activation, and how long the engine may take; both in milliseconds.
const REST = 120;
const PATIENCE = 60000;

// Addresses are texts: what some pages put around `fetch` expects nothing else.
const at = (path, base = import.meta.url) => new URL(path, base).href;
// Browsers remember a module that could not be fetched; with another fragment it is another one to them.
const load = (path) => import(`${at(path)}#${tries++}`);
// Markup of another site than this script's is data: of it stays what `more.js` lets through.
const isForeign = (address) => new URL(address).origin != new URL(at("")).origin;
// What an element says of the language, or the nearest around it that says one, beyond shadow roots too. Scripts say these two.
const languageOf = (node, root = node.getRootNode()) => node.closest("[lang]:not([lang=''],[lang=undefined],[lang=null])")?.lang || (root == document ? "" : languageOf(root.host));
let tries = 0;
let engine;

class FactCards extends HTMLElement {
  static observedAttributes = [...NAMES, "hidden"];
  #widget;
  #shown;
  #started;
  #rest;
  #soon;
  #asked;
  #wanted;
  #linkTarget;
  #pressed;
  #seen;

  connectedCallback() {
    // A property that was set before the element was defined hides ours.
    for (const [name, value] of Object.entries(this)) if (delete this[name]) this[name] = value;
    for (const type of ["click", "focusin", "mousemove"]) this.addEventListener(type, this);
    addEventListener("hashchange", this);
    // While the page is being parsed the cards in it may still be to come.
    if (document.readyState == "loading") addEventListener("DOMContentLoaded", () => this.#show());
    else this.#show();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  attributeChangedCallback(name, before, now) {
    if (this.#widget) this.#widget.change(name, this.#language);
    // Frameworks set again what the server has written: that fetches nothing again.
    else if (before == now && /lang|src|only|controls/.test(name)) return;
    else if (this.#shown || name == "hidden" || (this.#wanted && /lang|src/.test(name))) this.#show(name);
  }

  handleEvent(event) {
    const { type } = event;
    if (this.#widget || !this.#mount) return;
    if (type == "mousemove") {
      // Cards that scroll below a pointer do not make it move.
      if (event.movementX | event.movementY) {
        clearTimeout(this.#rest);
        this.#rest = setTimeout(() => this.matches(":hover") && this.#activate(true), REST);
      }
    } else if (type == "focusin" && this.matches(":active")) {
      // The click is still to come, and says more.
    } else if (type != "hashchange" || this.#isRequested) {
      const path = type == "click" ? event.composedPath() : [];
      this.#pressed = path[0] ?? this.#pressed;
      // Links in drawings have no `hash`.
      const anchor = path.find((node) => node.href);
      const link = anchor?.getAttribute("href");
      const root = this.shadowRoot;
      // The pages: in an article the engine turns them.
      if (root && anchor?.rel) event.preventDefault();
      // A fragment finds nothing in a shadow root.
      const card = root?.getElementById(link?.slice(1))?.closest("article");
      if (card) {
        event.preventDefault();
        card.removeAttribute("data-rest");
        if (!card.checkVisibility()) this.#choose("kind", "all");
        card.querySelector("details").open = true;
        card.focus();
        this.#linkTarget = link;
      }
      // What the event does by itself, such as choosing a kind, comes first. With the pointer that did it, it is one activation.
      clearTimeout(this.#rest);
      clearTimeout(this.#soon);
      this.#soon = setTimeout(() => this.#activate());
    }
  }

  get #language() {
    // As in `FR-ca` and `fr_CA`.
    const wanted = languageOf(this).toLowerCase().replace(/_/g, "-");
    // Which languages the story of another address has, nobody knows before it is there; its first is called `index`.
    return languages.find((language) => `${wanted}-`.startsWith(`${language}-`)) ?? (this.src ? wanted.split("-")[0] || "index" : languages[0]);
  }

  get #mount() {
    return (this.shadowRoot ?? this).querySelector(".fact-cards-mount");
  }

  // Prerendered cards, by the name of their file. XMLHttpRequest reads markup where a policy refuses `innerHTML`.
  async #fetched(name) {
    // They are beside the story, wherever that is, as the page means its address. Elements with a name may hide what a document
    // has, `<img name=baseURI>` its address; a request knows it.
    const address = at(`snippet/${name}.html`, new Request(this.src || import.meta.url).url);
    const request = new XMLHttpRequest();
    const [early] = await Promise.all([
      isForeign(address) && load(more),
      new Promise((done) => {
        request.open("GET", address);
        request.responseType = "document";
        request.onloadend = done;
        request.send();
      }),
    ]);
    const template = request.response?.querySelector("template");
    if (!template) throw `no ${address}`;
    // Where it has come from in the end, after any redirect.
    if (isForeign(request.responseURL)) (early || (await load(more))).tame(template.content);
    return template;
  }

  #find(selector) {
    return this.#mount?.querySelector(selector);
  }

  #choose(name, value) {
    (this.#find(`#${name}-${CSS.escape(value)}`) ?? {}).checked = true;
  }

  // Shows as many cards before the button that shows all as the element requests, and opens them where it does.
  #cut() {
    const show = parseInt(this.show);
    if (show >= 0) (this.#find(".show-all") ?? {}).hidden = !show;
    this.#mount.querySelectorAll("article").forEach((card, at) => {
      if (show >= 0) card.toggleAttribute("data-rest", show && at >= show);
      if (this.open) card.querySelector("details").open = true;
    });
  }

  // Whether something requests what only the engine can show.
  get #isRequested() {
    const address = this.syncUrl ? location.hash : "";
    if (this.only && this.controls) return true;
    // An article has no view but the cards before the engine.
    return NAMES.slice(0, REQUESTABLE).some(
      (name) => RegExp(`[#&]${name}=`).test(address) || (this[name] && !(CHOICES[name] && this.#find(`[data-${name}]`))),
    );
  }

  // Shows the prerendered cards: those that are there, or else those that a template or the site has. Then does what can
  // be done without the engine, and fetches it where something requests more.
  async #show(changed) {
    // A hidden one may be there for the sentences of the article alone.
    if (this.hidden) return;
    let wanted;
    try {
      if (this.#widget) return this.#widget.comeBack(this.#language);
      let content = this.shadowRoot;
      if (!this.#mount || /lang|src|only|controls/.test(changed)) {
        // Of several requests the last one counts, whichever is answered first, and the engine needs no answer.
        this.#wanted = wanted = {};
        // A story of another address may lack the language, and has a first one.
        const get = (folder) => this.#fetched(folder + this.#language).catch((error) => {
          if (!this.src) throw error;
          return this.#fetched(`${folder}index`);
        });
        // Each card by itself has a file of its own; with controls they stand among all.
        const only = this.controls ? "" : this.only;
        const template =
          (!this.#shown && this.querySelector(":scope>template")) ||
          (await (/,/.test(only) ? (await load(sentence)).gathered(only, get, this.#fail) : get(only && `${encodeURIComponent(only)}/`)));
        if (this.#widget || this.#wanted != wanted) return;
        content = template.content.cloneNode(true);
        changed = "";
      }
      // Cards that were shown before, or copies of them, have their styles in a comment.
      const style = content?.querySelector("style") ?? (content?.firstChild.data && content.firstChild);
      // A policy blocks styles in markup, but not a sheet that is made.
      if (style && !style.sheet) {
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open", clonable: true });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style.textContent);
        // They stay for whoever copies all of this, as what no policy has anything against.
        style.replaceWith(new Comment(style.textContent));
        root.adoptedStyleSheets = [sheet];
        if (content != root) root.replaceChildren(content);
      }
      this.#shown = true;
      this.#cut();
      // Where what puts the headings at another level cannot come, they stay what they are.
      if (!this.#find(`h${(parseInt(this.headingLevel) || 2) + !this.#find("[data-bare]")}.name`)) load(more).then(({ level }) => this.#widget || level(this.#mount, this.headingLevel), String);
      for (const name in CHOICES) {
        if ((changed || name) == name) this.#choose(name, this[name] || (changed && CHOICES[name]));
      }
      if (this.#isRequested || this.#find(":focus") || this.#mount.dataset.ready == "" || this.loading == "eager") this.#activate();
      new IntersectionObserver(([seen], watch) => {
        if (!seen.isIntersecting) return;
        watch.disconnect();
        if (!this.#seen) this.#notify("fact-cards-visible");
        this.#seen = true;
        // As soon as the cards are in sight and the page has nothing else to do; never where somebody saves data.
        if (this.loading == "visible" && !navigator.connection?.saveData) (globalThis.requestIdleCallback ?? setTimeout)(() => this.#activate(true));
      }).observe(this);
    } catch (error) {
      if (this.#wanted == wanted || !wanted) this.#fail(error);
    } finally {
      // The room that the article has kept for the cards.
      this.style.minHeight = "";
    }
  }

  // `isAhead` says that nobody has asked for anything: unless a reader has pressed something since, nobody is told that nothing came.
  async #activate(isAhead) {
    this.#asked ||= !isAhead;
    if (this.#started || this.loading == "none") return;
    this.#started = true;
    let module, response;
    try {
      [module, response] = await (engine ??= Promise.all([
        load(glue),
        fetch(at(wasm), { integrity, signal: AbortSignal.timeout(PATIENCE) }),
      ]));
      this.#widget = (await module.begin(response, this, this.#fail, this.#language))(this.#mount, this.#language, this.#linkTarget, this.#pressed);
    } catch (error) {
      // What could not be fetched may be there the next time; all else fails again.
      if (!module) engine = this.#started = null;
      if (module || this.#asked) this.#fail(error);
    }
  }

  // What was prerendered is there, or there again. Says in it what does not work.
  #fail = (error) => {
    this.#widget = null;
    const status = this.#find(".status>*");
    if (status) {
      status.textContent = this.#mount.dataset.cannotStart;
      this.#mount.dataset.failed = "";
    }
    this.#notify("fact-cards-error", String(error));
  };

  #notify(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

// Each attribute has its property: `heading-level` is `headingLevel`.
for (const name of NAMES) {
  const isSwitch = /^(sync-url|controls|open|search-text)$/.test(name);
  Object.defineProperty(FactCards.prototype, name.replace(/-./, (dash) => dash[1].toUpperCase()), {
    get() {
      return isSwitch ? this.hasAttribute(name) : this.getAttribute(name) ?? "";
    },
    set(value) {
      isSwitch ? this.toggleAttribute(name, value) : this.setAttribute(name, value ?? "");
    },
  });
}

// Words of the article that open a card beside them. What does that comes when somebody presses them; without it they are a link.
let beside;
const meet = (event) => {
  const link = event.composedPath().find((node) => node.dataset?.factCard);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const isFollowed = event.type == "click";
  if (isFollowed) event.preventDefault();
  (beside ??= load(sentence)).then((module) => module.meet(link, isFollowed)).catch(() => {
    beside = null;
    if (isFollowed) location = link.href;
  });
};

if (!customElements.get("fact-cards")) {
  customElements.define("fact-cards", FactCards);
  for (const type of ["click", "pointerdown"]) addEventListener(type, meet, true);
}
