// What is said to those who do not see the page.

// Announces to those who do not see it what the status says, once nothing has changed for a while: not each letter. The
// browser has to know of what announces before it says anything. How long that is, in milliseconds.
const CALM = 600;
const announced = new WeakSet();
const announce = (root, here) => {
  announced.add(root);
  const status = () => here()?.querySelector(".status")?.textContent;
  const voice = create("p");
  voice.className = "voice";
  voice.setAttribute("aria-live", "polite");
  // A page that keeps copies of itself has copied that too.
  root.querySelector(".voice")?.remove();
  root.append(voice);
  let last = status();
  let calm;
  new MutationObserver(() => {
    const now = status();
    if (now == last) return;
    last = now;
    clearTimeout(calm);
    // The widget may have moved to another element.
    if (!now) return;
    voice.textContent = "";
    calm = setTimeout(() => {
      voice.lang = here()?.querySelector("[lang]").lang;
      voice.textContent = now;
    }, CALM);
  }).observe(root, { subtree: true, childList: true, characterData: true });
};
