// For the page around a frame with cards: gives the frame the height that the cards tell. A frame is one of ours where it
// says so, and is told only from inside itself.
(() => {
  const frames = () => document.querySelectorAll("iframe[data-fact-cards]");

  addEventListener("message", ({ source, data }) => {
    const height = data?.["fact-cards"]?.height;
    if (!(Number.isInteger(height) && height > 0 && height < 1e6)) return;
    for (const frame of frames()) if (frame.contentWindow == source) frame.style.height = `${height}px`;
  });
  // Those that told it before anybody listened.
  for (const frame of frames()) frame.contentWindow.postMessage("fact-cards-height", "*");
})();
