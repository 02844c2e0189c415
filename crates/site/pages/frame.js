// For the page around a frame with cards: gives the frame the height that the cards tell, tells it which part of it is seen, and
// passes on what a reader does there, where the frame says so. A frame is one of ours where it says so, and is told only from
// inside itself.
(() => {
  // Elements with a name may hide what a document can do.
  const frames = () => [...Document.prototype.querySelectorAll.call(document, "iframe[data-fact-cards]")];
  // More than the cards of any page need, in pixels.
  const MOST = 100000;
  const say = (frame, what) => frame.contentWindow?.postMessage(what, "*");

  // How much of each frame is out of sight, above and below. What stays at the top of the page covers as much as links leave
  // room for.
  const told = new WeakMap();
  const tellSeen = (frame) => {
    const { top, bottom } = frame.getBoundingClientRect();
    if (top > innerHeight || bottom < 0) return;
    const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const seen = [covered - top, bottom - innerHeight].map((pixels) => Math.max(0, Math.round(pixels)));
    if (told.get(frame) == `${seen}`) return;
    told.set(frame, `${seen}`);
    say(frame, { "fact-cards-seen": seen });
  };
  let isPlanned;
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      frames().forEach(tellSeen);
    });
  };
  addEventListener("scroll", plan, { capture: true, passive: true });
  addEventListener("resize", plan);

  // Whether what is around a frame is light or dark.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const tellTheme = (frame) => {
    const schemes = getComputedStyle(frame).colorScheme;
    const theme = /dark/.test(schemes) && (dark.matches || !/light/.test(schemes)) ? "dark" : "light";
    frame.contentWindow?.postMessage({ "fact-cards-theme": theme }, "*");
  };
  dark.addEventListener("change", () => [...frames()].forEach(tellTheme));

  addEventListener("message", ({ source, origin, data }) => {
    const { height, event, detail } = data?.["fact-cards"] ?? {};
    for (const frame of frames()) {
      // A frame may have been led to another site by now. In a sandbox a page has no origin.
      const { sandbox } = frame;
      const isOurs = origin == new URL(frame.src).origin || (origin == "null" && frame.hasAttribute("sandbox") && !sandbox.contains("allow-same-origin"));
      if (frame.contentWindow != source || !isOurs) continue;
      if (Number.isInteger(height) && height > 0 && height < MOST) {
        // What a theme allows frames at most is less than that of any page.
        frame.style.height = frame.style.minHeight = `${height}px`;
        const link = frame.previousElementSibling;
        if (link?.matches("blockquote[data-fact-cards]")) link.hidden = true;
        // It may be another page than before.
        tellTheme(frame);
        told.delete(frame);
        plan();
        if (frame.dataset.factCards == "events") say(frame, "fact-cards-events");
      }
      if (/^fact-cards-[a-z]+$/.test(event)) frame.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true, detail }));
    }
  });
  // Those that told it before anybody listened.
  for (const frame of frames()) say(frame, "fact-cards-height");
})();
