// The attributes as frameworks write them: of `headingLevel` the server side of React, and React 18 in the browser too, makes
// the attribute `headinglevel`; of `false` Vue, Svelte and React 18 make a text.
const joined = (name) => name.replaceAll("-", "");

// The element, which understands them. Nothing is written into the page: frameworks compare it with what they have rendered.
export const withSpellings = (Element) => {
  const names = Element.observedAttributes;
  const dashed = names.filter((name) => name.includes("-"));
  const dashedOf = Object.fromEntries(dashed.map((name) => [joined(name), name]));
  return class FactCardsElement extends Element {
    static observedAttributes = [...names, ...Object.keys(dashedOf)];

    attributeChangedCallback(name, ...values) {
      super.attributeChangedCallback(dashedOf[name] ?? name, ...values);
    }

    getAttribute(name) {
      return super.getAttribute(name) ?? (dashed.includes(name) ? super.getAttribute(joined(name)) : null);
    }

    hasAttribute(name) {
      // What any element has means what it means everywhere.
      if (name == "hidden" || !names.includes(name)) return super.hasAttribute(name);
      return (this.getAttribute(name) ?? "false") !== "false";
    }

    removeAttribute(name) {
      super.removeAttribute(name);
      if (dashed.includes(name)) super.removeAttribute(joined(name));
    }

    toggleAttribute(name, wanted = !this.hasAttribute(name)) {
      if (!wanted) this.removeAttribute(name);
      else if (!this.hasAttribute(name)) this.setAttribute(name, "");
      return !!wanted;
    }
  };
};
