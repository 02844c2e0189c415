// Stands between the loader and the program. The build puts it at the end of what wasm-bindgen makes, so that both come as
// one file: `__wbg_init`, `start`, `attach` and `change` are in there.
const widgets = new Set();
let ready;
let broken;

// What goes wrong from here on is told in the console: the browser itself says only what it could not fetch.
const told = (error) => {
  console.error(error);
  throw error;
};

// The program has stopped: each element shows again what was prerendered.
const stop = (message) => {
  console.error(message);
  broken = message;
  for (const widget of widgets) widget.stop();
};

// Starts the program, once. Gives the function by which it takes over what stands in an element.
export const begin = (response) =>
  (ready ??= __wbg_init({ module_or_path: response })
    .then(() => start(stop))
    .then(() => takeOver, told));

const takeOver = (element, mount, language, card, fail) => {
  if (broken) throw broken;
  const root = mount.parentNode;
  const prerendered = mount.cloneNode(true);
  const here = () => root.querySelector(".fact-cards-mount");
  try {
    attach(element, mount, language, card);
  } catch (error) {
    told(error);
  }

  const widget = {
    element,
    change(name, language) {
      if (!broken) change(element, name, language);
    },
    // The element is on the page again. Its widget may be in another one by now.
    comeBack(language) {
      widgets.add(widget);
      if (broken) widget.stop();
      else if (!here()) {
        const copy = prerendered.cloneNode(true);
        root.append(copy);
        attach(element, copy, language);
      }
    },
    stop() {
      here()?.remove();
      root.append(prerendered);
      fail(broken);
    },
  };
  // What is not on the page can be forgotten: it tells when it comes back.
  for (const other of widgets) if (!other.element.isConnected) widgets.delete(other);
  widgets.add(widget);
  return widget;
};
