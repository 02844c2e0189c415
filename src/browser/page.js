// Starts the engine in the page. What fails is said in the page in one line; what the page shows stays as it is.
const mount = document.getElementById("fact-cards");
const { glue, engine, integrity, cannotStart } = mount.dataset;

mount.addEventListener("fact-cards-ready", () => { mount.dataset.ready = ""; });
mount.addEventListener("fact-cards-error", () => {
  const line = document.createElement("p");
  line.className = "cannot-start";
  line.setAttribute("role", "status");
  line.textContent = cannotStart;
  mount.before(line);
});

try {
  const { default: start } = await import(new URL(glue, import.meta.url));
  await start({ module_or_path: fetch(new URL(engine, import.meta.url), { integrity }) });
} catch (error) {
  console.error(error);
  mount.dispatchEvent(new CustomEvent("fact-cards-error", { bubbles: true, composed: true, detail: String(error) }));
}
