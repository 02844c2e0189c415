// Pagefind's components do the rest. What they have no component for, the order, goes through the instance that they share.
const instance = window.PagefindComponents.getInstanceManager().getInstance("default");
const results = document.querySelector("pagefind-results");
const cards = document.querySelector(".cards");
const id = (path) => decodeURIComponent(path.split("/").pop().replace(/\.html$/, ""));
const ids = () => [...results.querySelectorAll("a.pf-result-link")].map((link) => id(link.pathname));
let found;
instance.on("results", (now) => {
  found = now;
  const { searchTerm, searchFilters, searchSort } = instance;
  // What was there to be read gives way to what was found.
  const asked = Boolean(searchTerm || Object.values(searchFilters ?? {}).flat().length || Object.keys(searchSort).length);
  cards.hidden = asked;
  results.hidden = !asked;
  document.querySelector("[role=status]").textContent = found.results.length;
  const look = () => {
    // Others were asked for meanwhile, by another letter.
    if (found !== now || searchTerm !== document.querySelector("pagefind-input input").value) return;
    // The first result has come in place of its placeholder, or there is none.
    if (!asked || !found.results.length || ids().length) dispatchEvent(new Event("bench-done"));
    else requestAnimationFrame(look);
  };
  look();
});
for (const input of document.querySelectorAll("input[name=sort]")) {
  input.addEventListener("change", () => {
    instance.searchSort = input.value === "story" ? {} : { [input.value]: input.value === "date" ? "desc" : "asc" };
    instance.triggerSearch(instance.searchTerm);
  });
}
// What is shown: of what was found, only what is in sight has loaded.
window.benchShown = () => (cards.hidden ? ids() : [...document.querySelectorAll("[data-card]")].map((card) => card.dataset.card));
// All that was found.
window.benchFound = async () => (await Promise.all(found.results.map((result) => result.data()))).map(({ url }) => id(url));
dispatchEvent(new Event("bench-ready"));
