// Defines <fact-cards>: shows the prerendered cards at once, and fetches the engine on activation.
// A reader downloads this before anything else, so what is only needed with the engine stands in hydrate.js.
// The build puts in what BUILD stands for.
const [glue, wasm, filter, integrity, languages] = BUILD;

// The attributes, and how many of them, the first ones, an address can request too.
const NAMES = "kind type source topic place year speaker q sort view page card fact lang src theme heading-level sync-url show loading".split(" ");
const REQUESTABLE = 13;
// What the style sheet chooses without the engine, where it is there, each with what is chosen at first.
const CHOICES = { kind: "all", view: "cards" };
// How long the pointer rests before it is an activation, and how long the engine may take; both in milliseconds.
const REST = 120;
const PATIENCE = 60000;

const at = (path, base = import.meta.url) => new URL(path, base);
// Browsers remember a module that could not be fetched; with another fragment it is another one to them.
const load = (path) => import(`${at(path)}#${tries++}`);
// Markup of another site than this script's is data: of it stays what `foreign.js` lets through.
const isForeign = (address) => at(address).origin != at("").origin;

let tries = 0;
let engine;

class FactCards extends HTMLElement {
  static observedAttributes = NAMES;
  #widget;
  #shown;
  #started;
  #rest;
  #linkTarget;
  #pressed;

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

  attributeChangedCallback(name) {
    if (this.#widget) this.#widget.change(name, this.#language);
    else if (this.#shown) this.#show(name);
  }

  handleEvent(event) {
    const { type } = event;
    clearTimeout(this.#rest);
    if (this.#widget || !this.#mount) return;
    if (type == "mousemove") {
      // Cards that scroll below a pointer do not make it move.
      if (event.movementX | event.movementY) this.#rest = setTimeout(() => this.matches(":hover") && this.#activate(), REST);
    } else if (type != "hashchange" || this.#isRequested) {
      const path = type == "click" ? event.composedPath() : [];
      [this.#pressed] = path;
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
      // What the event does by itself, such as choosing a kind, comes first.
      this.#rest = setTimeout(() => this.#activate());
    }
  }

  get #language() {
    const wanted = this.closest("[lang]")?.lang;
    // Which languages the story of another address has, nobody knows before it is there.
    return languages.find((language) => RegExp(`^${language}\\b`).test(wanted)) ?? (this.src ? wanted?.split("-")[0] : languages[0]);
  }

  get #mount() {
    return (this.shadowRoot ?? this).querySelector(".fact-cards-mount");
  }

  // The prerendered cards in a language. XMLHttpRequest reads markup where a policy refuses `innerHTML`.
  async #fetched(language) {
    // They are beside the story, wherever that is, as the page means its address. Elements with a name may hide what a document
    // has, `<img name=baseURI>` its address; a request knows it.
    const address = at(`snippet/${language}.html`, new Request(this.src || import.meta.url).url);
    const request = new XMLHttpRequest();
    const [early] = await Promise.all([
      isForeign(address) && load(filter),
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
    if (isForeign(request.responseURL)) (early || (await load(filter))).tame(template.content);
    return template;
  }

  #find(selector) {
    return this.#mount?.querySelector(selector);
  }

  #choose(name, value) {
    (this.#find(`#${name}-${CSS.escape(value)}`) ?? {}).checked = true;
  }

  // Shows as many cards before the button that shows all as the element requests.
  #cut() {
    const show = parseInt(this.show);
    if (!(show >= 0)) return;
    (this.#find(".show-all") ?? {}).hidden = !show;
    [...this.#mount.querySelectorAll("article")].forEach((card, at) => card.toggleAttribute("data-rest", show && at >= show));
  }

  // Whether something requests what only the engine can show.
  get #isRequested() {
    const address = this.syncUrl ? location.hash : "";
    // An article has no view but the cards before the engine.
    return NAMES.slice(0, REQUESTABLE).some(
      (name) => RegExp(`[#&]${name}=`).test(address) || (this[name] && !(CHOICES[name] && this.#find(`[data-${name}]`))),
    );
  }

  // Shows the prerendered cards: those that are there, or else those that a template or the site has. Then does what can
  // be done without the engine, and fetches it where something requests more.
  async #show(changed) {
    try {
      if (this.#widget) return this.#widget.comeBack(this.#language);
      let content = this.shadowRoot;
      if (!this.#mount || /lang|src/.test(changed)) {
        const template = (!changed && this.querySelector(":scope>template")) || (await this.#fetched(this.#language).catch((error) => {
          if (!this.src) throw error;
          return this.#fetched("index");
        }));
        // The element may have been moved meanwhile, and shown its cards there.
        if (this.#mount && !changed) return;
        content = template.content.cloneNode(true);
      }
      const style = content?.querySelector("style");
      // A policy blocks styles in markup, but not a sheet that is made.
      if (style && !style.sheet) {
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style.textContent);
        style.remove();
        root.adoptedStyleSheets = [sheet];
        if (content != root) root.replaceChildren(content);
      }
      this.#shown = true;
      this.#cut();
      for (const name in CHOICES) {
        if ((changed ?? name) == name) this.#choose(name, this[name] || (changed && CHOICES[name]));
      }
      if (this.#isRequested || this.#find(":focus") || this.loading == "eager") this.#activate();
      // As soon as the cards are in sight and the page has nothing else to do; never where somebody saves data.
      if (this.loading == "visible" && !navigator.connection?.saveData) {
        new IntersectionObserver(([seen], watch) => {
          if (seen.isIntersecting) watch.disconnect((globalThis.requestIdleCallback ?? setTimeout)(() => this.#activate(true)));
        }).observe(this);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  // `isAhead` says that nobody has asked for anything: unless a reader has come near since, nobody is told that nothing came.
  async #activate(isAhead) {
    if (this.#started) return;
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
      if (module || !isAhead || this.#rest) this.#fail(error);
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
    this.dispatchEvent(new CustomEvent("fact-cards-error", { bubbles: true, composed: true, detail: String(error) }));
  };
}

// Each attribute has its property: `heading-level` is `headingLevel`.
for (const name of NAMES) {
  const isSwitch = name == "sync-url";
  Object.defineProperty(FactCards.prototype, name.replace(/-./, (dash) => dash[1].toUpperCase()), {
    get() {
      return isSwitch ? this.hasAttribute(name) : this.getAttribute(name) ?? "";
    },
    set(value) {
      isSwitch ? this.toggleAttribute(name, value) : this.setAttribute(name, value ?? "");
    },
  });
}

if (!customElements.get("fact-cards")) customElements.define("fact-cards", FactCards);
