import "fact-cards";

document.addEventListener("fact-cards-change", ({ detail }) => {
  document.getElementById("told").textContent = detail.kind;
});
