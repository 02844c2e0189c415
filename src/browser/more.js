// What only some articles need before activation: the loader fetches this for them alone.

// The markup of another site than that of the loader is data: of it stays what our own consists of, and nothing that runs, asks
// the reader for something, or fetches. It says of no markup either that this engine has made it.
const OURS = /^(a|article|b|bdi|button|cite|d[dlt]|del|details|dialog|div|fieldset|h\d|input|label|legend|li|nav|ol|p|path|search|section|span|style|summary|svg|ul)$/;
const PLAIN = /^(aria-.+|data-(?!shape$).+|checked|class|d|dir|for|href|id|lang|name|part|placeholder|popover.*|rel|role|tabindex|type|value|viewBox)$/;
const SAFE = { href: /^(https?:|#|[^:]*$)/, type: /^(button|checkbox|radio|search)$/ };

export const tame = (content) => {
  for (const node of content.querySelectorAll("*")) {
    if (!OURS.test(node.localName)) node.remove();
    if (node.localName == "style" && /url|@import|image-set|src\(|\\/i.test(node.textContent)) node.textContent = "";
    for (const { name, value } of [...node.attributes]) {
      if (!PLAIN.test(name) || SAFE[name]?.test(value) === false) node.removeAttribute(name);
    }
  }
};

// Puts the title at the level that an element requests, and all other headings one below; cards by themselves have no title, and
// their names that level. The engine does the same with `heading-level`.
// Elements with a name may hide what a document can do, `<form name=createElement>` this, and libraries what is a document.
const create = (name) => Object.getPrototypeOf(XMLDocument).prototype.createElement.call(document, name);
const HIGHEST = 1;
const LOWEST = 5;
const OWN = 2;

export const level = (mount, requested) => {
  const wanted = /^\d+$/.test(requested) ? Number(requested) : OWN;
  const level = Math.min(Math.max(wanted, HIGHEST), LOWEST);
  for (const heading of mount.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const name = `h${level + !heading.matches(".title,[data-bare] *")}`;
    if (heading.localName == name) continue;
    const other = create(name);
    for (const { name, value } of heading.attributes) other.setAttribute(name, value);
    other.append(...heading.childNodes);
    heading.replaceWith(other);
  }
};
