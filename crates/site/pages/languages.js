// The choice of a language. With the engine the page changes at once, and its address with it; what the reader has chosen
// stays. Without, the link itself leads to the other page and takes along what the address says. Nothing is remembered.
{
  const nav = document.querySelector(".languages");
  const element = document.querySelector("fact-cards");
  const links = [...nav.querySelectorAll("a")];
  const isReady = () => element.querySelector("[data-ready]");

  const speak = (link) => {
    const { lang, dir, dataset } = link;
    element.lang = dataset.language;
    Object.assign(document.documentElement, { lang, dir });
    document.title = dataset.title;
    nav.setAttribute("aria-label", dataset.choice);
    const [embed, feed] = document.querySelectorAll("footer a");
    if (embed) embed.textContent = dataset.embedLink;
    if (feed) Object.assign(feed, { textContent: dataset.feedLink, href: dataset.feed });
    for (const other of links) other == link ? other.setAttribute("aria-current", "true") : other.removeAttribute("aria-current");
  };
  const go = (link) => {
    try {
      // First the address: the links that readers copy are made from it.
      history.pushState(null, "", link.href);
    } catch {
      // A file on a disk has no other address.
    }
    speak(link);
  };

  // The address of the page will change, and what they lead to must not. A sheet has been fetched, and would be once more.
  for (const link of document.querySelectorAll(".languages a, footer a, link:not([rel=stylesheet])")) link.href = link.href;

  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    link.hash = location.hash;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (isReady()) go(link);
    else if (nav.hasAttribute("data-alone")) {
      // There may be no other page, so this one has to be able to change.
      element.addEventListener("fact-cards-ready", () => go(link), { once: true });
      element.addEventListener("fact-cards-error", () => location.assign(link.href), { once: true });
      element.dispatchEvent(new Event("focusin"));
    } else return;
    event.preventDefault();
  });

  const page = (url) => url.split("#")[0].replace(/index\.html$/, "");
  addEventListener("popstate", () => {
    const link = links.find((link) => page(link.href) == page(location.href));
    if (link && !link.hasAttribute("aria-current") && isReady()) speak(link);
  });
}
