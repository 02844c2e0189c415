// Computes contrast ratios from the computed colours.
const channels = (colour) => {
  let numbers = colour.match(/[\d.]+/g).map(Number);
  // What was mixed is told in parts of one.
  if (colour.startsWith("color(srgb")) numbers = numbers.map((part, at) => (at < 3 ? part * 255 : part));
  return numbers.length === 3 ? [...numbers, 1] : numbers;
};
const over = (above, below) => [0, 1, 2].map((at) => above[at] * above[3] + below[at] * (1 - above[3])).concat(1);
const luminance = (colour) => {
  const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const ratio = (one, other) => {
  const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
};
const around = (element) => element.parentElement ?? element.getRootNode().host;
// The colour behind an element: its own background, where opaque, and those around it.
const paper = (element) => {
  if (!element) return [255, 255, 255, 1];
  const own = channels(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, paper(around(element)));
};
const is = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".spoken");
const short = (element) => `${element.localName}.${element.getAttribute("class")} “${element.textContent.trim().slice(0, 30)}”`;
const all = (selector) => [...document.querySelectorAll(`.fact-cards ${selector}`)].filter(is);

// One finding for each colour: [where, what, ratio].
const found = new Map();
const expect = (least, element, what, colour, on) => {
  const contrast = ratio(over(colour, on), on);
  const key = `${what} ${colour} on ${on}`;
  if (contrast < least) found.set(key, `${contrast.toFixed(2)} of ${least}: ${key} at ${short(element)}`);
};

// All visible text, except in disabled controls.
const texts = () => {
  const walker = document.createTreeWalker(document.querySelector(".fact-cards"), NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !is(element) || element.matches("label:has(:disabled), label:has(:disabled) *, title, textarea")) continue;
    const style = getComputedStyle(element);
    if (element.closest("svg")) {
      const pin = element.matches(".pin-count") && getComputedStyle(element.parentElement.querySelector("path"));
      const on = pin ? pin.fill : element.matches(".pin-name") ? style.stroke : null;
      expect(7, element, "text of a drawing", channels(style.fill), on ? channels(on) : paper(element.closest("svg")));
    } else expect(7, element, "text", channels(style.color), paper(element));
    count += 1;
  }
  for (const field of all(".search")) expect(7, field, "placeholder", channels(getComputedStyle(field, "::placeholder").color), paper(field));
  return count;
};

// What identifies a control, its state, or a shape in a drawing: the property with its colour, and what it is seen
// against.
const outside = (element) => paper(around(element));
const beside = (selector, property) => (element) => channels(getComputedStyle(element.closest(".map").querySelector(selector))[property]);
const SHAPES = [
  [":is(.search, .filters-button, .sheet-head .close, .main-button)", "borderTopColor", outside],
  [".facet :checked", "accentColor", outside],
  [".export", "textDecorationColor", paper],
  [":is(a, .clear, .put-back):not(svg a)", "textDecorationColor", paper],
  [".glyph", "backgroundColor", outside],
  [".card[data-open]", "borderTopColor", outside],
  [".card[data-link-target]", "outlineColor", outside],
  [".chip", "borderTopColor", outside],
  [".filters-button .chosen", "backgroundColor", outside],
  [".mark", "stroke", (mark) => paper(mark.closest("svg"))],
  [":is(.scale-line, .scale-gap)", "stroke", (line) => paper(line.closest("svg"))],
  [".pin path", "fill", (pin) => paper(pin.closest(".map"))],
  [".pin path", "fill", beside(".land path", "fill")],
  [".land path", "stroke", (land) => paper(land.closest(".map"))],
  [":is(.bar-value, .bar-more path)", "fill", (bar) => paper(bar.closest("svg"))],
  [".bar-from", "stroke", (bar) => paper(bar.closest("svg"))],
  [".bar-zero", "stroke", (bar) => paper(bar.closest("svg"))],
];
// The labels of the checked radio buttons.
const CHOSEN = { kind: "backgroundColor", view: "borderBottomColor" };
const shapes = () => {
  const seen = new Set();
  for (const [selector, property, on] of SHAPES) {
    for (const element of all(selector)) {
      seen.add(selector);
      expect(3, element, property, channels(getComputedStyle(element)[property]), on(element));
    }
  }
  for (const [name, property] of Object.entries(CHOSEN)) {
    const label = document.querySelector(`[for="${document.querySelector(`[name=${name}]:checked`).id}"]`);
    expect(3, label, property, channels(getComputedStyle(label)[property]), outside(label));
  }
  return [...seen];
};

// The focus ring of one focusable element of each sort. Of radio buttons the chosen one has the focus.
const rings = () => {
  const kinds = new Map(all(":is(a, button, input:not(.one-choice:not(:checked)), summary, .card)").map((element) => [`${element.localName} ${element.getAttribute("class")} ${element.name} ${around(element).className}`, element]));
  let count = 0;
  for (const element of kinds.values()) {
    if (element.matches(":disabled")) continue;
    element.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement !== element) continue;
    const ringed = element.matches(".one-choice") ? document.querySelector(`[for="${element.id}"]`) : element;
    const style = getComputedStyle(ringed);
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (!drawn) found.set(short(ringed), `no ring around ${short(ringed)}`);
    else expect(3, ringed, "ring", channels(style.outlineColor), ringed.closest("svg") ? paper(ringed.closest("svg")) : outside(ringed));
    count += 1;
  }
  document.activeElement.blur();
  return count;
};
window.contrast = { texts, shapes, rings, found, kinds: new Set(SHAPES.map(([selector]) => selector)).size };
