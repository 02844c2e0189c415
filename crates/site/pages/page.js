// Keeps the page for readers who lose the network. Where storage is refused this is too, and the page works without.
// The worker is at the top of the story: beside its data, or where the site has one story, of that.
const data = document.querySelector("fact-cards").getAttribute("src");
const worker = new URL("sw.js", data ? new URL(data, document.baseURI) : new URL("..", import.meta.url)).href;

const keep = async () => {
  // Under Trusted Types an address of a script is not just a text.
  const policy = globalThis.trustedTypes?.createPolicy("fact-cards", { createScriptURL: () => worker });
  await navigator.serviceWorker?.register(policy?.createScriptURL("") ?? worker);
};

// First comes what the reader sees. Who saves data gets nothing in advance.
if (!navigator.connection?.saveData) addEventListener("load", () => keep().catch(() => {}));

// WebKit paints a sign where a picture cannot come: over a drawn face it is hidden. What has failed before this runs fails again.
addEventListener("error", ({ target }) => target.matches?.(".face > img") && (target.hidden = true), true);
for (const face of document.querySelectorAll(".face > img")) if (face.complete && !face.naturalWidth) face.src = face.src;
