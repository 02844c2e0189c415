// Tells of mistakes over the page, which stays as it was. Only text goes in, and nothing of the page's styles reaches it.
const STYLES = `
  :host {
    all: initial;
    position: fixed;
    z-index: 2147483647;
    inset: auto 0 0;
    display: block;
    color-scheme: light dark;
    font: 14px/1.5 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
  }
  details {
    max-block-size: min(60vh, 40em);
    overflow: auto;
    border-block-start: 4px solid light-dark(#b3261e, #f2b8b5);
    background: light-dark(#fff8f7, #251817);
    color: light-dark(#201a19, #f1dedc);
    box-shadow: 0 0 1em rgb(0 0 0 / 30%);
    overflow-wrap: anywhere;
  }
  summary {
    position: sticky;
    inset-block-start: 0;
    padding: 0.75em 1em;
    background: inherit;
    color: light-dark(#8c1d18, #f2b8b5);
    font-weight: bold;
    cursor: pointer;
  }
  :focus-visible { outline: 3px solid; outline-offset: -3px; }
  details > p { margin: 0; padding: 0 1em 0.5em; }
  ol { margin: 0; padding: 0 1em 1em; list-style: none; }
  li + li { margin-block-start: 1em; padding-block-start: 1em; border-block-start: 1px solid light-dark(#d8c2bf, #534341); }
  li p { margin: 0; }
  .message { font-weight: bold; }
  pre { margin: 0.5em 0; overflow: auto; font: inherit; white-space: pre; }
  .spoken { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
  @media print { :host { display: none; } }
`;

// By what it is remembered which mistakes the reader has folded away.
const FOLDED = "fact-cards-serve folded";

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const remembered = () => {
  try {
    return sessionStorage.getItem(FOLDED);
  } catch {
    // Where nothing may be kept they stand open.
  }
};
const remember = (told) => {
  try {
    told ? sessionStorage.setItem(FOLDED, told) : sessionStorage.removeItem(FOLDED);
  } catch {
    // As above.
  }
};

const host = element("div", { id: "fact-cards-serve", lang: "en", dir: "ltr" });
const root = host.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);
root.adoptedStyleSheets = [sheet];
// What is said to those who do not see it: how much is wrong and the first of it. All of it would be read for minutes.
const voice = element("p", { className: "spoken", role: "alert" });

const mistake = ({ message, excerpt, help }) =>
  element(
    "li",
    {},
    element("p", { className: "message", textContent: message }),
    // A line may be longer than the panel: whoever has no mouse moves it with the arrow keys.
    ...(excerpt ? [element("pre", { textContent: excerpt, tabIndex: 0 })] : []),
    ...(help ? [element("p", { textContent: `help: ${help}` })] : []),
  );

let shown = null;

// Shows these mistakes, or none.
export const show = (mistakes) => {
  const told = mistakes && JSON.stringify(mistakes);
  if (told == shown) return;
  shown = told;
  if (!mistakes) {
    remember(null);
    return host.remove();
  }
  const { title, note, list } = mistakes;
  const details = element(
    "details",
    { open: remembered() != told },
    element("summary", { textContent: title }),
    element("p", { textContent: note }),
    element("ol", { role: "list" }, ...list.map(mistake)),
  );
  // Right at the click, which comes before it folds: the event of what was folded may come too late for a page that is loaded anew.
  details.firstChild.addEventListener("click", () => remember(details.open ? told : null));
  voice.textContent = "";
  root.replaceChildren(element("section", { ariaLabel: "fact-cards serve" }, details, voice));
  document.body.append(host);
  // It has to be there before it says something.
  const [{ message, excerpt, help } = { message: note }] = list;
  const place = excerpt?.match(/--> (.*)/)?.[1];
  requestAnimationFrame(() => {
    voice.textContent = [title, message, place, help].filter(Boolean).join(". ");
  });
};
