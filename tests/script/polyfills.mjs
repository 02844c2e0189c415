// What jsdom 26 lacks of a browser, as far as the scripts need it.

import { types } from "node:util";

const { isProxy } = types;

// Constructed style sheets, and where they are adopted.
class CSSStyleSheet {
  text = "";
  replaceSync(text) {
    this.text = text;
  }
}

// Patches the elements of a window, and returns the globals for scripts.
export const polyfill = (window) => {
  // jsdom takes what has the focus for what is pressed.
  const { matches } = window.Element.prototype;
  window.Element.prototype.matches = function (selector) {
    return selector == ":active" ? this == window.pressed : matches.call(this, selector);
  };
  const adopted = new WeakMap();
  for (const { prototype } of [window.Document, window.ShadowRoot]) {
    Object.defineProperty(prototype, "adoptedStyleSheets", {
      get() {
        return adopted.get(this) ?? [];
      },
      set(sheets) {
        adopted.set(this, [...sheets]);
      },
    });
  }
  // No styles are computed: a card is hidden by a chosen kind that is not its own, as in `styles/list.css`.
  window.Element.prototype.checkVisibility = function () {
    const kind = this.isConnected && this.closest("[data-card]")?.dataset.kind;
    const chosen = this.getRootNode().querySelector("[name=kind]:checked")?.value ?? "all";
    return this.isConnected && (!kind || [kind, "all"].includes(chosen));
  };
  // Without this, jsdom's pages have no focus until something in them has, so that nothing would match `:focus`.
  window.document.hasFocus = () => true;
  // Addresses are resolved against that of the page, even if named elements shadow `baseURI`.
  const base = Object.getOwnPropertyDescriptor(window.Node.prototype, "baseURI");
  class Request {
    constructor(address) {
      this.url = new URL(address, base.get.call(window.document)).href;
    }
  }
  // Nothing is laid out, so all of the page is in sight.
  class IntersectionObserver {
    constructor(notify) {
      this.notify = notify;
    }
    observe() {
      queueMicrotask(() => this.notify([{ isIntersecting: true }], this));
    }
    disconnect() {}
  }
  // What is compiled is the text of a stand-in; only what the browser itself has fetched can be compiled as it arrives.
  class Module {}
  const WebAssembly = {
    Module,
    compile: async () => new Module(),
    async compileStreaming(response) {
      if (isProxy(response) || !(response instanceof Response)) throw new TypeError("this is no response");
      await response.arrayBuffer();
      return new Module();
    },
  };
  return {
    WebAssembly,
    CSSStyleSheet,
    IntersectionObserver,
    Request,
    CSS: { escape: (text) => `${text}`.replace(/[^\w-]/g, "\\$&") },
    Blob,
  };
};

// The parser attaches shadow roots for templates that ask for it. Nothing else does: templates in `innerHTML` stay.
export const attachDeclarativeShadowRoots = (document) => {
  for (const template of document.querySelectorAll("template[shadowrootmode]")) {
    template.parentNode.attachShadow({ mode: "open" }).append(template.content);
    template.remove();
  }
  // jsdom parses styles on insertion, when they were still in the template.
  for (const { shadowRoot } of document.querySelectorAll("fact-cards")) {
    for (const style of shadowRoot?.querySelectorAll("style") ?? []) style.append("");
  }
};
