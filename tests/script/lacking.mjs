// What jsdom 26 lacks of a browser, as far as the scripts ask for it.

// Sheets that are made, and who has adopted them.
class CSSStyleSheet {
  text = "";
  replaceSync(text) {
    this.text = text;
  }
}

// Gives a window what belongs to its elements, and returns what belongs to scripts.
export const giveWhatIsLacking = (window) => {
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
  // No style is reckoned with. A card is hidden by a kind that is not its own, as `styles/card.css` has it.
  window.Element.prototype.checkVisibility = function () {
    const kind = this.isConnected && this.closest("[data-card]")?.dataset.kind;
    const chosen = this.getRootNode().querySelector("[name=kind]:checked")?.value ?? "all";
    return this.isConnected && (!kind || [kind, "all"].includes(chosen));
  };
  // Its pages have no focus before something in them has, so that nothing would match `:focus`.
  window.document.hasFocus = () => true;
  // Addresses are reckoned from that of the page, whatever elements with a name hide of it.
  const base = Object.getOwnPropertyDescriptor(window.Node.prototype, "baseURI");
  class Request {
    constructor(address) {
      this.url = new URL(address, base.get.call(window.document)).href;
    }
  }
  return {
    CSSStyleSheet,
    Request,
    CSS: { escape: (text) => `${text}`.replace(/[^\w-]/g, "\\$&") },
    Blob,
  };
};

// The parser makes shadow roots of templates that ask for it. Nothing else may, so in what `innerHTML` makes they stay.
export const shadowRootsOfTheParser = (document) => {
  for (const template of document.querySelectorAll("template[shadowrootmode]")) {
    template.parentNode.attachShadow({ mode: "open" }).append(template.content);
    template.remove();
  }
  // jsdom looks at styles when they come in, and that was in the template.
  for (const { shadowRoot } of document.querySelectorAll("fact-cards")) {
    for (const style of shadowRoot?.querySelectorAll("style") ?? []) style.append("");
  }
};
