// As https://listjs.com/docs says: classes for what is searched and sorted by, `filter` with a function.
const list = new List("list", {
  valueNames: ["name", "kind-name", "summary", "facts", { data: ["kind", "date"] }],
  searchColumns: ["name", "kind-name", "summary", "facts"],
  listClass: "cards",
  searchClass: "search",
  page: 100000,
});
const tell = () => {
  document.querySelector("[role=status]").textContent = list.matchingItems.length;
  dispatchEvent(new Event("bench-done"));
};
list.on("searchComplete", tell);
list.on("sortComplete", tell);
for (const input of document.querySelectorAll("input[name=kind]")) {
  input.addEventListener("change", () => {
    if (input.value === "all") list.filter();
    else list.filter((item) => item.values().kind === input.value);
    tell();
  });
}
for (const input of document.querySelectorAll("input[name=sort]")) {
  input.addEventListener("change", () => list.sort(input.value, { order: input.value === "date" ? "desc" : "asc" }));
}
dispatchEvent(new Event("bench-ready"));
