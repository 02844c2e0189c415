// Makes the codes for what is chosen, as the build has made them for nothing chosen, and lets every live view follow. The
// build puts in what BUILD stands for: where the story lives, if that is known, the way from there to the top of the site, its
// data, where it is one of many, and its languages, with how high the cards are.
const { base, up, data, editions } = BUILD;

// What the element takes; the order is that of the form.
const ATTRIBUTES = ["lang", "kind", "view", "q", "theme", "heading-level", "sync-url", "only", "open"];
const SWITCHES = ["open", "sync-url"];
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
  for (const name of SWITCHES) if (options.has(name)) options.set(name, "");
  return { edition, options };
};

// The codes.
const script = `<script type="module" async="" src="${site}fact-cards.js"></script>`;
const attributes = (options) =>
  ATTRIBUTES.filter((name) => options.has(name))
    .map((name) => (SWITCHES.includes(name) ? ` ${name}=""` : ` ${name}="${escaped(options.get(name))}"`))
    .join("");
// What is left where a system takes out everything else.
const link = ({ folder, title }) => `<a href="${story}${folder}">${escaped(title)}</a>`;
const element = ({ edition, options }, more, inside) =>
  `<fact-cards${data ? ` src="${story}${data}"` : ""}${attributes(options)}${more}>${inside}${link(edition)}</fact-cards>`;
const frameAddress = ({ edition: { language }, options }) => {
  const requested = [...options].filter(([name]) => name != "lang" && name != "sync-url");
  return `embed/${language}.html${requested.length ? "?" : ""}${new URLSearchParams(requested)}`;
};
const codes = {
  line: (choice) => script + element(choice, ` style="display:block;min-height:${choice.edition.room}px"`, ""),
  frame: (choice) =>
    `<iframe data-fact-cards="" src="${story}${escaped(frameAddress(choice))}" title="${escaped(choice.edition.title)}" loading="lazy" width="600" height="640" style="width:100%;border:0">${link(choice.edition)}</iframe><script async="" src="${site}fact-cards-frame.js"></script>`,
  // Without the address at which the site lives there is no such code.
  address: ({ edition: { language, folder }, options }) => base + (options.has("view") ? `embed/${language}.${options.get("view")}.html` : folder),
};

// What stands in the files that the build has made, by their names: it need not be read to be handed on.
const files = {};
const fileOf = (name) =>
  (files[name] ??= fetch(`../${name}`).then((response) => (response.ok ? response.text() : Promise.reject(response.status))));

// The ids of the cards that are to stand by themselves.
const idsOf = ({ options }) => (options.get("only") ?? "").split(",").map((id) => id.trim()).filter(Boolean);

// All facts of a language, or those of cards by themselves, in the first of whose files the others are put.
const factsOf = async (choice) => {
  const { language } = choice.edition;
  const names = idsOf(choice).map((id) => `snippet/${encodeURIComponent(id)}/${language}.html`);
  const [first, ...rest] = await Promise.all((names.length ? names : [`snippet/${language}.html`]).map(fileOf));
  let text = first.slice(first.indexOf("<template"), first.lastIndexOf("</template>") + "</template>".length);
  const articles = rest.map((other) => other.slice(other.indexOf("<article"), other.lastIndexOf("</article>") + "</article>".length));
  const end = text.lastIndexOf("</article>") + "</article>".length;
  // How many facts there are is said of the first card alone.
  if (rest.length) text = text.slice(0, end) + articles.join("") + text.slice(end).replace(/<details[^>]* class="about".*?<\/details>|<details class="about".*?<\/details>/s, "");
  return choice.options.has("open") ? text.replaceAll('<details class="facts-of">', '<details class="facts-of" open>') : text;
};

// The words that open a card, with the link that the build has put into its file.
const showSentence = async () => {
  const choice = chosen();
  const { language } = choice.edition;
  const [id = find("#sentence").dataset.card] = idsOf(choice);
  let link = "";
  try {
    [, link] = (await fileOf(`snippet/${encodeURIComponent(id)}/${language}.html`)).match(/<\/template><a (href=.*?<\/a>)<\/fact-cards>/s);
  } catch {
    delete files[`snippet/${encodeURIComponent(id)}/${language}.html`];
  }
  if (chosen().edition.language != language || !link) return;
  find("#sentence pre code").textContent =
    `… <a data-fact-card="${escaped(id)}" ${link} …\n\n${script}<fact-cards hidden${data ? ` src="${story}${data}"` : ""} lang="${language}"></fact-cards>`;
};

const showHtml = async () => {
  const { language } = chosen().edition;
  const button = find("#html button");
  try {
    const wanted = idsOf(chosen()).join();
    const inside = await factsOf(chosen());
    // Something else may have been chosen meanwhile.
    const choice = chosen();
    if (choice.edition.language != language || idsOf(choice).join() != wanted) return;
    find("#html code").textContent = `${element(choice, "", inside)}\n${script}\n`;
    button.disabled = false;
  } catch {
    // It may be there the next time.
    for (const name of Object.keys(files)) delete files[name];
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
  showSentence();

  request(find("#line fact-cards"), options);
  const [first] = idsOf(choice);
  lead("#html iframe", `../snippet/${first ? `${encodeURIComponent(first)}/` : ""}${edition.language}.html`);
  showInHtml();
  clearTimeout(pause);
  const showFrame = () => lead("#frame iframe", `../${frameAddress(choice)}`, edition.title);
  event?.target.name == "q" ? (pause = setTimeout(showFrame, PAUSE)) : showFrame();

  const downloads = {
    snippet: `snippet/${edition.language}.html`,
    short: `snippet/${edition.language}.short.html`,
    oembed: options.has("view") ? `embed/${edition.language}.${options.get("view")}.json` : `${edition.folder}oembed.json`,
    standalone: `standalone/${edition.language}.html`,
  };
  for (const link of document.querySelectorAll("[data-file]")) link.href = `../${downloads[link.dataset.file]}`;
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

// The file with cards by themselves: that of all, in which these take their place.
addEventListener("click", async (event) => {
  const link = event.target.closest("[data-file=standalone]");
  const choice = chosen();
  if (!link || !idsOf(choice).length) return;
  event.preventDefault();
  const [all, inside] = await Promise.all([fileOf(`standalone/${choice.edition.language}.html`), factsOf(choice)]);
  const mount = inside.slice(inside.indexOf("</style>") + "</style>".length, inside.lastIndexOf("</template>"));
  const [before, after] = [all.slice(0, all.indexOf("<fact-cards ")), all.slice(all.indexOf("</fact-cards>"))];
  const text = `${before}<fact-cards${attributes(choice.options)}>${mount}${after}`;
  const file = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  Object.assign(document.createElement("a"), { href: file, download: `${idsOf(choice).join("-")}.html` }).click();
  setTimeout(() => URL.revokeObjectURL(file));
});

// The menu of a card leads here, with its id and language.
for (const [name, value] of new URLSearchParams(location.search)) {
  if (["only", "lang"].includes(name) && form.elements[name]) form.elements[name].value = value;
}
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
