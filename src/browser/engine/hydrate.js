// Stands between the loader and the program. The build puts the files of this folder, this one last, at the end of what
// wasm-bindgen makes, so that all of it comes as one file: `__wbg_init`, `startEngine`, `readStory`, `hydrateElement` and `changeAttribute` are in there.
const widgets = new Set();
// The styles of what only the engine shows, a number by which one engine is told from another, and the most bytes that a story
// may have. The build puts them in.
const [STYLES, ENGINE, MOST] = BUILD;
let sheet;
let ready;
let broken;
// The widget that the program worked for last: where it stops, this one is taken to be at fault.
let working;

// Some libraries put something else in the place of these, and wasm-bindgen asks what is one.
const Window = { [Symbol.hasInstance]: (value) => value === globalThis };
const Document = Object.getPrototypeOf(XMLDocument);

// Elements with a name may hide what a document can do, `<form name=createElement>` this.
const create = (name) => Document.prototype.createElement.call(document, name);

// What goes wrong from here on is logged in the console: the browser itself says only what it could not fetch.
const logged = (error) => {
  console.error(error);
  throw error;
};

// The program has stopped: each element shows again what was prerendered. Elements fail one by one: all but the one at fault
// are hydrated again, by another program.
const stop = (message) => {
  console.error(message);
  broken = message;
  // One that is away does so when it comes back.
  for (const widget of widgets) if (widget.element.isConnected) widget.stop();
};

// This file once more, and with it a program that knows nothing of what stopped this one. With another fragment it is another
// module to a browser; what was compiled is not compiled again.
let another;
const beginAgain = async (element, fail, language, story) => {
  another ??= import(`${import.meta.url}+`);
  return (await another).begin(wasmModule, element, fail, language, story);
};

// The program, compiled. What a page has put around `fetch` may give what is no response to the browser itself, and only acts as
// one.
const compiled = async (response) => {
  if (response instanceof WebAssembly.Module) return response;
  if (!response.ok) throw TypeError(`HTTP status ${response.status}`);
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    const bytes = await response.arrayBuffer().catch(() => Promise.reject(error));
    return WebAssembly.compile(bytes);
  }
};

// The program's functions, watched: some ends come without a word, as where there is no memory left. By the stack of such an
// error nobody could tell whose program it was.
const watched = (exports) =>
  Object.fromEntries(
    Object.entries(exports).map(([name, value]) => [
      name,
      value instanceof Function
        ? (...values) => {
            // What was to happen later may still call it.
            if (broken) return;
            try {
              return untranslated(() => value(...values));
            } catch (error) {
              if (!broken) stop(String(error));
              throw error;
            }
          }
        : value,
    ]),
  );

// Where the site is: the program lies in a folder of it. In a file that stands alone there is none.
const site = import.meta.url.startsWith("data:") ? "" : new URL("..", import.meta.url).href;

// An article does not have them before activation; our own pages do.
const style = (root) => {
  if (!root.adoptedStyleSheets || root.adoptedStyleSheets.includes(sheet)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};

// What a reader types into a field of ours is no shortcut of the page, to which the target is the element and no field. What leads
// out of a field is left to it.
const keepKey = (event) => {
  const { key, ctrlKey, metaKey } = event;
  if (event.composedPath()[0].matches("input") && !ctrlKey && !metaKey && !/^(Escape|Tab|F\d)/.test(key)) event.stopPropagation();
};
const keepKeys = (element) => {
  for (const type of ["keydown", "keypress", "keyup"]) element.addEventListener(type, keepKey);
};

// A card that stands by itself has come with the styles of such a card. Those of everything else stand in the snippet of all cards;
// what would fetch something is left out of them, as `more.js` does.
const FETCHES = /url|@import|image-set|src\(|\\/i;
const complete = async (root, snippet) => {
  const [, styles = ""] = (await textOf(snippet)).split(/<\/?style>/);
  const whole = new CSSStyleSheet();
  if (!FETCHES.test(styles)) whole.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((other) => other != sheet), whole, sheet];
};

// Whoever waits is shown that something comes: a large story takes its time on a slow line. How much of it has come nobody
// knows: a program with an integrity is given out when it is whole. This runs as soon as this file is there.
const waiting = [...Document.prototype.querySelectorAll.call(document, "fact-cards:is(:hover, :focus-within, [loading=visible])")].flatMap((element) => {
  keepKeys(element);
  // Its story comes while the program does.
  if (element.src) bytesOf(addressOf(element)).catch(() => {});
  return [...(element.shadowRoot ?? element).querySelectorAll(".fact-cards-mount")];
});
// What was prerendered, should the program stop: without a sign that something comes. As soon as somebody waits: copying
// thousands of elements takes time.
const copies = new WeakMap(waiting.map((mount) => [mount, mount.cloneNode(true)]));
for (const mount of waiting) {
  style(mount.getRootNode());
  mount.dataset.loading = "";
}

// The shape of what stands in a mount: a number that any element or comment more or less changes, and any other engine, as
// `crates/site/src/publish/shape.rs` writes it down of what was prerendered. Text is left out: Yew writes it anew in any case.
const PRIME = 16777619;
// Of headings only the level below the first one counts: that is the title, and has the level that the element requests.
const shape = (node, before = ENGINE, title = node.querySelector("h1,h2,h3,h4,h5,h6")?.localName[1]) => {
  let hash = before;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType == Node.TEXT_NODE) continue;
    const name = child.localName?.replace(/^h\d$/, (name) => `h${name[1] - title}`) ?? "!";
    for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(), PRIME);
    hash = Math.imul(shape(child, hash, title) ^ 47, PRIME);
    // What Yew keeps whatever it is, four fifths of all, takes no time here either.
    if (child.data == "<#>") while (child.nextSibling && child.nextSibling.data != "</#>") child = child.nextSibling;
  }
  return hash;
};

// Yew's comments have brackets, without which the site writes them: some systems show comments with brackets as text.
const COMMENTS = 128;
const bracket = (mount) => {
  const walker = Document.prototype.createTreeWalker.call(document, mount, COMMENTS);
  while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replace(/^\/?[[#].*/, "<$&>");
};

// Elements are hydrated each in a task of its own, so that it is known which of them stops the program.
let turn = Promise.resolve();

// Starts the program, once, and fetches the story of an element, where that has one of its own that is not given. Gives the
// function by which the program hydrates what stands in the element.
export const begin = async (response, element, fail, language, given) => {
  if (broken) return beginAgain(element, fail, language, given);
  const story = given ?? storyOf(element, fail);
  try {
    await (ready ??= __wbg_init({ module_or_path: compiled(response) })
      .then(() => {
        wasm = watched(wasm);
        startEngine(stop, share);
      })
      .catch(logged));
    const brought = await story;
    // Long tasks would keep the page from answering: what was read now is at hand in the next one. Should it stop the program,
    // no widget that is there already is at fault.
    working = undefined;
    try {
      readStory(language, element.only, brought.bytes);
    } catch (error) {
      logged(error);
    }
    await (turn = turn.then(() => new Promise((next) => setTimeout(next))));
    // The one before may have stopped it.
    return broken ? beginAgain(element, fail, language, brought) : hydrate.bind(null, element, fail, brought);
  } finally {
    for (const mount of waiting) delete mount.dataset.loading;
  }
};

// What was pressed to open the filters, to export or share something, or to turn a page, is pressed again as soon as there is
// somebody to do it. Should the markup be mounted anew, the button is found again: in its card, its fact, its line.
const AGAIN = ".filters-button,.export,.pages a";
const pressAgain = (element, here, button) => {
  const path = ["data-card", "data-fact", "class"].map((name) => {
    const around = button.parentNode.closest(`[${name}]`);
    return around ? `[${name}="${CSS.escape(around.getAttribute(name))}"]` : "";
  });
  const buttons = () => [...here().querySelectorAll(path.join(" "))].flatMap((around) => [...around.querySelectorAll(AGAIN)]);
  const which = buttons().indexOf(button);
  element.addEventListener("fact-cards-ready", () => buttons()[which]?.click(), { once: true });
};

// What a reader does in an element: the program works for it from there on.
const WORKS = ["click", "input", "change", "keydown", "toggle"];

// `linkTarget` is the fragment of a link that was followed, `pressed` what an event was for.
const hydrate = (element, fail, story, mount, language, linkTarget, pressed) => {
  if (broken) throw broken;
  const root = mount.parentNode;
  const here = () => root.querySelector(".fact-cards-mount");
  const prerendered = copies.get(mount) ?? mount.cloneNode(true);
  const button = pressed?.closest(AGAIN);
  // In older snippets the sheet has opened by itself.
  if (button && !button.hasAttribute("popovertarget")) pressAgain(element, here, button);
  style(root);
  // A story of another address has its pages there.
  const home = () => (story.address ? new URL(".", story.address).href : site);
  let stopped, completed;
  const attachTo = (mount, linkTarget) => {
    working = widget;
    bracket(mount);
    hydrateElement(element, mount, language, linkTarget, shape(mount), story.bytes, home());
  };

  // The story before stays, so nothing fails but what was requested.
  const say = (error) => {
    console.error(error);
    element.dispatchEvent(new CustomEvent("fact-cards-error", { bubbles: true, composed: true, detail: String(error) }));
  };
  const widget = {
    element,
    async change(name, now) {
      language = now;
      try {
        if (name == "src") {
          story = await storyOf(element, say);
          // What no element shows any more may be fetched again.
          const used = [...widgets].map(({ element }) => addressOf(element));
          for (const address of stories.keys()) if (!used.includes(address)) stories.delete(address);
        }
        if (/only|controls/.test(name) && here()?.dataset.only) await (completed ??= complete(root, `${home()}snippet/${now}.html`));
        if (broken) return;
        working = widget;
        // Meanwhile another language may have been requested.
        changeAttribute(element, name, language, story.bytes, home());
      } catch (error) {
        completed = undefined;
        say(error);
      }
    },
    // The element is on the page again. Its widget may be in another one by now.
    comeBack(now) {
      language = now;
      widgets.add(widget);
      if (broken) widget.stop();
      else if (!here()) {
        const copy = prerendered.cloneNode(true);
        root.append(copy);
        attachTo(copy);
      }
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      here()?.remove();
      root.append(prerendered);
      if (widget == working) return fail(broken);
      try {
        const hydrateAgain = await beginAgain(element, fail, language, story);
        // What the loader has is this widget.
        Object.assign(widget, hydrateAgain(prerendered, language));
      } catch (error) {
        fail(error);
      }
    },
  };
  try {
    attachTo(mount, linkTarget);
  } catch (error) {
    logged(error);
  }
  for (const type of WORKS) root.addEventListener(type, () => (working = widget), true);
  // WebKit paints a sign where a picture cannot come: over a drawn face it is hidden. What has failed before gets a second try.
  root.addEventListener("error", ({ target }) => target.closest(".face") && (target.hidden = true), true);
  for (const face of root.querySelectorAll(".face > img")) {
    if (!face.complete || face.naturalWidth) continue;
    face.hidden = false;
    face.src = face.src;
  }
  if (!announced.has(root)) announce(root, here);
  keepKeys(element);
  translator.observe(root, { subtree: true, childList: true });
  // What is not on the page can be forgotten: it says when it comes back.
  for (const other of widgets) if (!other.element.isConnected) widgets.delete(other);
  widgets.add(widget);
  // Another one may have been requested since it was there.
  if (story.address != addressOf(element)) widget.change("src", language);
  return widget;
};
