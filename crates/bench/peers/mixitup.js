// As MixItUp's tutorials and its demo "filtering by text input" say, with the whole text instead of class names: a collection
// of elements is what `filter` takes for that. It does not wait for a pause in typing as the demo does.
const mixer = mixitup(".cards", { animation: { enable: false }, selectors: { target: ".card" } });
const cards = [...document.querySelectorAll(".card")];
const texts = cards.map((card) => [...card.querySelectorAll(".searched")].map((part) => part.textContent).join(" ").toLowerCase());
const search = document.querySelector(".search");
const tell = () => {
  document.querySelector("[role=status]").textContent = mixer.getState().totalShow;
  dispatchEvent(new Event("bench-done"));
};
const filter = () => {
  const kind = document.querySelector("input[name=kind]:checked").value;
  const text = search.value.toLowerCase().trim();
  const shown = cards.filter((card, place) => (kind === "all" || card.dataset.kind === kind) && texts[place].includes(text));
  mixer.filter(shown).then(tell);
};
search.addEventListener("input", filter);
for (const input of document.querySelectorAll("input[name=kind]")) input.addEventListener("change", filter);
for (const input of document.querySelectorAll("input[name=sort]")) {
  input.addEventListener("change", () => mixer.sort(input.value === "date" ? "date:desc" : `${input.value}:asc`).then(tell));
}
dispatchEvent(new Event("bench-ready"));
