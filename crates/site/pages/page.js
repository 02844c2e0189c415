// Keeps the page for readers who lose the network. Where storage is refused this is too, and the page works without.
const worker = new URL("../sw.js", import.meta.url).href;

const keep = async () => {
  // Under Trusted Types an address of a script is not just a text.
  const policy = globalThis.trustedTypes?.createPolicy("fact-cards", { createScriptURL: () => worker });
  await navigator.serviceWorker?.register(policy?.createScriptURL("") ?? worker);
};

// First comes what the reader sees. Who saves data gets nothing in advance.
if (!navigator.connection?.saveData) addEventListener("load", () => keep().catch(() => {}));
