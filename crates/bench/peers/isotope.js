// As Isotope's documentation and its demo "quick search" say. It does not wait for a pause in typing as the demo does.
const search = document.querySelector(".search");
let kind = "all";
let text;
const textOf = (card) => [...card.querySelectorAll(".searched")].map((part) => part.textContent).join(" ");
const texts = new Map([...document.querySelectorAll(".card")].map((card) => [card, textOf(card)]));
const isotope = new Isotope(".cards", {
  itemSelector: ".card",
  masonry: { gutter: 16 },
  transitionDuration: 0,
  getSortData: { name: "[data-name]", date: "[data-date]" },
  filter: (card) => (kind === "all" || card.dataset.kind === kind) && (!text || text.test(texts.get(card))),
});
const tell = () => {
  document.querySelector("[role=status]").textContent = isotope.filteredItems.length;
  dispatchEvent(new Event("bench-done"));
};
search.addEventListener("input", () => {
  text = search.value && new RegExp(search.value.replace(/[-[\]{}()*+?.,\\^$|#]/g, "\\$&"), "i");
  isotope.arrange();
  tell();
});
for (const input of document.querySelectorAll("input[name=kind]")) {
  input.addEventListener("change", () => {
    kind = input.value;
    isotope.arrange();
    tell();
  });
}
for (const input of document.querySelectorAll("input[name=sort]")) {
  input.addEventListener("change", () => {
    isotope.arrange({ sortBy: input.value === "story" ? "original-order" : input.value, sortAscending: input.value !== "date" });
    tell();
  });
}
dispatchEvent(new Event("bench-ready"));
