// Finds faults where readers make text larger or wider: what overflows the page, is cut off, or overlaps other text.
(() => {
  const root = document.querySelector("fact-cards").shadowRoot ?? document;
  const sheet = root.querySelector(".filters:popover-open");
  const shown = [...(sheet ?? root.querySelector(".fact-cards")).querySelectorAll("*")]
    .filter((element) => element.checkVisibility() && !/﷽/.test(element.textContent) && !element.closest(".spoken, .land, .face") && getComputedStyle(element.closest(".status, .extent") ?? element).clipPath != "inset(50%)" && !element.matches("svg svg"));
  const named = (element) => `${element.localName}.${element.getAttribute("class") ?? ""} “${element.textContent.trim().slice(0, 24)}”`;
  const faults = [];

  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) faults.push(`the page is ${wide} px too wide`);
  for (const element of shown) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width && (left < -0.5 || right > innerWidth + 0.5)) faults.push(`${named(element)} stands out`);
    if (!(element instanceof HTMLElement) || element.matches("input, textarea")) continue;
    const { overflowX, overflowY, display } = getComputedStyle(element);
    if (display === "inline") continue;
    if (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) faults.push(`${named(element)} is cut off sideways`);
    if (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1) faults.push(`${named(element)} is cut off below`);
  }

  // Lines of text without the space above and below the letters. Content that scrolls in a box may lie below its
  // surroundings.
  const box = sheet?.querySelector(".facets");
  const scrolls = box && getComputedStyle(box).overflowY === "auto";
  const lines = shown
    .filter((element) => !scrolls || !box.contains(element))
    .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].map(({ left, right, top, bottom, height }) => {
        const room = height / 5;
        return { element: text.parentElement, left: left + 1, right: right - 1, top: top + room, bottom: bottom - room };
      });
    })
    .sort((one, other) => one.top - other.top);
  lines.forEach((one, at) => {
    for (const other of lines.slice(at + 1)) {
      if (other.top >= one.bottom) break;
      if (other.element !== one.element && other.left < one.right && one.left < other.right) {
        faults.push(`${named(other.element)} lies on ${named(one.element)}`);
      }
    }
  });
  return [lines.length, faults.slice(0, 6)];
})()
