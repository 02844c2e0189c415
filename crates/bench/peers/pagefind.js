// Pagefind's components do the rest. What they have no component for, the order, goes through the instance that they share.
const instance = window.PagefindComponents.getInstanceManager().getInstance("default");
const results = document.querySelector("pagefind-results");
const cards = document.querySelector(".cards");
let count;
const ids = () => [...results.querySelectorAll("a.pf-result-link")].map((link) => decodeURIComponent(link.pathname.split("/").pop().replace(/\.html$/, "")));
const look = () => {
  // The first result has come in place of its placeholder, or there is none.
  if (count === 0 || ids().length) dispatchEvent(new Event("bench-done"));
  else if (count) requestAnimationFrame(look);
};
instance.on("results", (found) => {
  count = found.results.length;
  // What was there to be read gives way to what was found.
  const asked = instance.searchTerm || Object.values(instance.searchFilters ?? {}).flat().length || instance.searchSort?.name || instance.searchSort?.date;
  cards.hidden = Boolean(asked);
  results.hidden = !asked;
  document.querySelector("[role=status]").textContent = count;
  if (asked) look();
  else dispatchEvent(new Event("bench-done"));
});
for (const input of document.querySelectorAll("input[name=sort]")) {
  input.addEventListener("change", () => {
    instance.searchSort = input.value === "story" ? {} : { [input.value]: input.value === "date" ? "desc" : "asc" };
    instance.triggerSearch(instance.searchTerm);
  });
}
window.benchShown = () => (cards.hidden ? ids() : [...document.querySelectorAll("[data-card]")].map((card) => card.dataset.card));
// All results, of which only those in sight have loaded: for the comparison of what was found.
window.benchFound = async () => {
  if (!cards.hidden) {
    const all = instance.searchResult.results;
    const data = await Promise.all(all.map((result) => result.data()));
    return data.map(({ url }) => decodeURIComponent(url.split("/").pop().replace(/\.html$/, "")));
  }
};
dispatchEvent(new Event("bench-ready"));
