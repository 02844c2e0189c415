// Makes the codes for what is chosen, as the build has made them for nothing chosen, and lets every live view follow. The
// build puts in what BUILD stands for: where the story lives, if that is known, the way from there to the top of the site, its
// data, where it is one of many, and its languages.
const { base, up, data, editions } = BUILD;

// What the element takes; the order is that of the form.
const ATTRIBUTES = ["lang", "kind", "view", "q", "theme", "heading-level", "sync-url"];
// How long typing pauses before the frame comes anew, in milliseconds.
const PAUSE = 300;

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
const find = (selector) => document.querySelector(selector);

const form = find("form");
const home = base ?? new URL("../", location.href).href;
const [story, site] = [home, new URL(up, home).href].map(escaped);

// What is chosen: the edition, and the value of each option that is not left as it is.
const chosen = () => {
  const options = new Map();
  for (const [name, value] of new FormData(form)) if (value.trim()) options.set(name, value.trim());
  const edition = editions.find(({ language }) => language == options.get("lang")) ?? editions[0];
  options.set("lang", edition.language);
  if (options.has("sync-url")) options.set("sync-url", "");
  return { edition, options };
};

// The codes.
const script = `<script type="module" async src="${site}fact-cards.js"></script>`;
const attributes = (options) =>
  ATTRIBUTES.filter((name) => options.has(name))
    .map((name) => (name == "sync-url" ? " sync-url" : ` ${name}="${escaped(options.get(name))}"`))
    .join("");
// What is left where a system takes out everything else.
const link = ({ folder, title }) => `<a href="${story}${folder}">${escaped(title)}</a>`;
const element = ({ edition, options }, inside) =>
  `<fact-cards${data ? ` src="${story}${data}"` : ""}${attributes(options)}>${inside}${link(edition)}</fact-cards>`;
const frameAddress = ({ edition: { language }, options }) => {
  const requested = [...options].filter(([name]) => name != "lang" && name != "sync-url");
  return `embed/${language}.html${requested.length ? "?" : ""}${new URLSearchParams(requested)}`;
};
const codes = {
  line: (choice) => script + element(choice, ""),
  frame: (choice) =>
    `<iframe data-fact-cards src="${story}${escaped(frameAddress(choice))}" title="${escaped(choice.edition.title)}" loading="lazy" width="600" height="640" style="width:100%;border:0">${link(choice.edition)}</iframe><script async src="${site}fact-cards-frame.js"></script>`,
  // Without the address at which the site lives there is no such code.
  address: ({ edition: { language, folder }, options }) => base + (options.has("view") ? `embed/${language}.${options.get("view")}.html` : folder),
};

// All facts of a language, as they stand in the file that the build has made: they need not be read to be handed on.
const facts = {};
const factsOf = (language) =>
  (facts[language] ??= fetch(`../snippet/${language}.html`)
    .then((response) => (response.ok ? response.text() : Promise.reject(response.status)))
    .then((text) => text.slice(text.indexOf("<template"), text.lastIndexOf("</template>") + "</template>".length)));

const showHtml = async () => {
  const { language } = chosen().edition;
  const button = find("#html button");
  try {
    const inside = await factsOf(language);
    // Something else may have been chosen meanwhile.
    const choice = chosen();
    if (choice.edition.language != language) return;
    find("#html code").textContent = `${element(choice, inside)}\n${script}\n`;
    button.disabled = false;
  } catch {
    // It may be there the next time.
    delete facts[language];
    button.disabled = true;
    find("#html [role=status]").textContent = "The HTML could not be fetched.";
  }
};

// An element follows, unless it is so already: what a reader did in it meanwhile stays.
const request = (element, options) => {
  for (const name of ATTRIBUTES) {
    const value = options.get(name) ?? null;
    if (element.getAttribute(name) === value) continue;
    value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
  }
};

// A frame that goes elsewhere is one more step back for the reader. One that is new is none.
const lead = (selector, address, title) => {
  const frame = find(selector);
  if (frame.getAttribute("src") == address) return;
  const next = frame.cloneNode();
  next.setAttribute("src", address);
  next.title = title ?? frame.title;
  frame.replaceWith(next);
};

const showInHtml = () => {
  const page = find("#html iframe").contentDocument;
  const element = page?.querySelector("fact-cards");
  if (!element) return;
  // It has no page of its own around it: let it be one that knows both.
  page.documentElement.style.colorScheme = "light dark";
  request(element, chosen().options);
};

let pause;
const show = (event) => {
  const choice = chosen();
  const { edition, options } = choice;
  for (const status of document.querySelectorAll("[role=status]")) status.textContent = "";
  for (const [way, code] of Object.entries(codes)) {
    const place = find(`#${way} pre code`);
    if (place) place.textContent = code(choice);
  }
  showHtml();

  request(find("#line fact-cards"), options);
  lead("#html iframe", `../snippet/${edition.language}.html`);
  showInHtml();
  clearTimeout(pause);
  const showFrame = () => lead("#frame iframe", `../${frameAddress(choice)}`, edition.title);
  event?.target.name == "q" ? (pause = setTimeout(showFrame, PAUSE)) : showFrame();

  const files = {
    snippet: `snippet/${edition.language}.html`,
    short: `snippet/${edition.language}.short.html`,
    oembed: options.has("view") ? `embed/${edition.language}.${options.get("view")}.json` : `${edition.folder}oembed.json`,
    standalone: `standalone/${edition.language}.html`,
  };
  for (const link of document.querySelectorAll("[data-file]")) link.href = `../${files[link.dataset.file]}`;
  for (const size of document.querySelectorAll("[data-size]")) size.textContent = edition.sizes[size.dataset.size];
  // Not every language needs a short form.
  const short = find("[data-file=short]");
  if (short) short.closest(".short").hidden = !edition.sizes.short;
};

const copy = async (section) => {
  const code = section.querySelector("code");
  const status = section.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(code.textContent);
    status.textContent = "Copied";
  } catch {
    // A browser may refuse, and pages without HTTPS have no clipboard.
    getSelection().selectAllChildren(code);
    status.textContent = "Selected: copy it from there";
  }
};

for (const option of document.querySelectorAll("#lang option")) {
  option.textContent = new Intl.DisplayNames([option.lang], { type: "language" }).of(option.lang);
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
// The fields have their first values only after this event.
form.addEventListener("reset", () => setTimeout(show));
addEventListener("click", ({ target }) => {
  const button = target.closest(".copy button");
  if (button) copy(button.closest("section"));
});
// Frames that are lazy, or that came in place of others, come when they come.
document.addEventListener("load", ({ target }) => target.matches?.("#html iframe") && showInHtml(), true);

// What is answered to “What may you paste?” shows alone, by the style sheet; it is said too.
const answer = () => {
  for (const link of document.querySelectorAll("nav li a")) {
    link.hash == location.hash ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  }
};
addEventListener("hashchange", answer);
answer();

show();
document.documentElement.dataset.scripted = "";
