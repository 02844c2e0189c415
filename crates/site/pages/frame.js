// For the page around a frame with cards: gives the frame the height that the cards tell. A frame is one of ours where it
// says so, and is told only from inside itself.
(() => {
  // Elements with a name may hide what a document can do.
  const frames = () => Document.prototype.querySelectorAll.call(document, "iframe[data-fact-cards]");
  // More than the cards of any page need, in pixels.
  const MOST = 100000;

  // Whether what is around a frame is light or dark.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const tellTheme = (frame) => {
    const schemes = getComputedStyle(frame).colorScheme;
    const theme = /dark/.test(schemes) && (dark.matches || !/light/.test(schemes)) ? "dark" : "light";
    frame.contentWindow?.postMessage({ "fact-cards-theme": theme }, "*");
  };
  dark.addEventListener("change", () => [...frames()].forEach(tellTheme));

  addEventListener("message", ({ source, origin, data }) => {
    const height = data?.["fact-cards"]?.height;
    if (!(Number.isInteger(height) && height > 0 && height < MOST)) return;
    for (const frame of frames()) {
      // A frame may have been led to another site by now. In a sandbox a page has no origin.
      const { sandbox } = frame;
      const isOurs = origin == new URL(frame.src).origin || (origin == "null" && frame.hasAttribute("sandbox") && !sandbox.contains("allow-same-origin"));
      if (frame.contentWindow != source || !isOurs) continue;
      frame.style.height = `${height}px`;
      tellTheme(frame);
    }
  });
  // Those that told it before anybody listened.
  for (const frame of frames()) frame.contentWindow.postMessage("fact-cards-height", "*");
})();
