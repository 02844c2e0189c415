// In a frame: takes its options from its address, and tells the page around it how high it is.
const element = document.querySelector("fact-cards");
const OPTIONS = ["kind", "source", "topic", "place", "q", "card", "theme", "heading-level"];

for (const [name, value] of new URLSearchParams(location.search)) {
  if (OPTIONS.includes(name)) element.setAttribute(name, value);
}

const tell = () => {
  parent.postMessage({ "fact-cards": { height: Math.ceil(element.getBoundingClientRect().height) } }, "*");
};
if (parent != window) {
  new ResizeObserver(tell).observe(element);
  // The page around it may have started to listen only now.
  addEventListener("message", ({ source, data }) => source == parent && data == "fact-cards-height" && tell());
}

// A link to another site neither leaves the page around the frame nor fills the frame.
addEventListener("click", (event) => {
  const link = event.composedPath().find((node) => node.href);
  if (!link || !/^https?:$/.test(link.protocol) || link.href.split("#")[0] == location.href.split("#")[0]) return;
  event.preventDefault();
  const opened = open(link.href);
  if (opened) opened.opener = null;
  // A sandbox may forbid windows: the address can be read and copied.
  else if (!link.querySelector("span")) link.append(Object.assign(document.createElement("span"), { textContent: ` ${link.href}` }));
});
