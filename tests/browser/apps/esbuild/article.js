import { setAssets } from "fact-cards";

setAssets("/engine");
document.addEventListener("fact-cards-change", ({ detail }) => {
  document.getElementById("told").textContent = detail.kind;
});
