import "fact-cards";

document.addEventListener("fact-cards-error", ({ detail }) => {
  document.getElementById("told").textContent = detail;
});
