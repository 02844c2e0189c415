// Takes the place of a service worker that a site at this port may have left: what is served live is never a kept page. Forgets
// what that one has kept, and then leaves itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith("fact-cards "));
      await Promise.all(names.map((name) => caches.delete(name)));
      await registration.unregister();
    })(),
  ),
);
