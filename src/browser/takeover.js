// Stands between the loader and the program. The build puts it at the end of what wasm-bindgen makes, so that both come as
// one file: `__wbg_init`, `start`, `attach` and `change` are in there.
const widgets = new Set();
let ready;
let broken;

// The program has stopped: each element shows again what was prerendered.
const stop = (message) => {
  console.error(message);
  broken = message;
  for (const widget of widgets) widget.stop();
};

export async function takeOver(response, element, mount, language, card, fail) {
  await (ready ??= __wbg_init({ module_or_path: response }).then(() => start(stop)));
  if (broken) throw broken;
  const root = mount.parentNode;
  const here = () => root.querySelector(":scope > .fact-cards-mount, .fact-cards-mount");
  const prerendered = mount.cloneNode(true);
  attach(element, mount, language, card);

  const widget = {
    element,
    change: (name, language) => broken || change(element, name, language),
    // The element is on the page again. Its widget may be in another one by now.
    comeBack(language) {
      widgets.add(widget);
      if (broken) return widget.stop();
      if (here()) return;
      const copy = prerendered.cloneNode(true);
      root.append(copy);
      attach(element, copy, language);
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
}
