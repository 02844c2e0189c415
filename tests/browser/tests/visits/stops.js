// Records the tab stops: each key press first writes down the focused element as it looks then.
(() => {
  const widget = document.querySelector("fact-cards");
  const root = widget.shadowRoot ?? document;
  const find = (selector) => [...root.querySelectorAll(selector)];
  const language = root.querySelector(".fact-cards").dir;
  const inSight = (element) => element.checkVisibility({ visibilityProperty: true });
  // What is visible of a radio button is its label.
  const seen = (element) => (element.matches(".one-choice") ? root.querySelector(`label[for="${element.id}"]`) : element);
  const box = (element) => element.getBoundingClientRect();
  const named = (element) => {
    const { localName, id } = element;
    const text = element.getAttribute("href") ?? element.value ?? element.textContent.trim().slice(0, 20);
    return `${localName}.${element.getAttribute("class") ?? ""}#${id} ${text}`;
  };

  // Something to start from and to arrive at.
  const [before, after] = ["before", "after"].map((place) => {
    const button = Object.assign(document.createElement("button"), { textContent: place });
    widget[place](button);
    return button;
  });

  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };

  // What covers an element: sticky controls, or a sheet.
  const cover = (element) => {
    const { left, right, top, bottom } = box(element);
    // Firefox may scroll the visual viewport, while boxes are measured from the layout viewport.
    const middle = (top + bottom) / 2 - visualViewport.offsetTop;
    if (middle < 0 || middle > innerHeight) return "the edge of the window";
    const points = [left + 1, (left + right) / 2, right - 1].flatMap((x) => [top + 1, (top + bottom) / 2, bottom - 1].map((y) => [x, y]));
    const over = points.map(([x, y]) => root.elementFromPoint(x, y)?.closest(".controls, .filters"));
    const found = over.find((over) => over && !over.contains(element));
    return found ? named(found) : null;
  };

  let stops = [];
  const write = () => {
    const element = focused();
    if (element === before || element === after || !root.contains(element)) return;
    const shown = seen(element);
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
    stops.push({ element, shown, ring: `${outlineWidth} ${outlineStyle} ${outlineColor}`, cover: cover(shown) });
  };
  // WebKit's driver sends another key for Tab while Shift is down.
  addEventListener("keydown", (event) => event.key !== "Shift" && write(), true);

  const reachable = () =>
    find(".fact-cards :is(a[href], button, input, summary, textarea)")
      .filter((element) => !element.disabled && (element.type !== "radio" || element.checked))
      .filter((element) => inSight(element) && (!element.closest(".filters") || element.closest(":popover-open")));

  // Where the paths to two consecutive stops diverge.
  const parts = (one, other) => {
    const chain = (element) => (element.parentElement ? [...chain(element.parentElement), element] : [element]);
    const [first, second] = [chain(one), chain(other)];
    const at = first.findIndex((element, at) => element !== second[at]);
    return [first[at], second[at]];
  };

  const follows = (one, other, rtl) => {
    const [p, q] = [one, other].map((element) => box(element.querySelector?.(".pin > path") ?? element));
    // Maps have north at the top in every language.
    if (one.closest(".pins")) return q.top >= p.top;
    // The scale of the timeline follows the language of the page, whatever direction the page is forced into.
    if (one.parentElement?.closest(".scale")) return language === "rtl" ? q.right <= p.right + 1 : q.left >= p.left - 1;
    // A card opened beside a view comes before it.
    if (one.matches(".opened")) return true;
    const shared = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (shared <= 0.3 * Math.min(p.height, q.height)) return q.top >= p.top;
    return rtl ? q.right <= p.right + 1 : q.left >= p.left - 1;
  };

  window.stops = {
    // Puts the focus before or after the widget, and returns how many presses lead past it.
    start(back) {
      const from = back ? after : before;
      from.focus();
      stops = [];
      return reachable().length + 1;
    },
    // The faults on the way.
    faults(back, rtl, colour) {
      const faults = [];
      if (document.activeElement !== (back ? before : after)) faults.push(`the focus ends on ${named(focused())}`);
      const expected = reachable();
      if (back) expected.reverse();
      const all = Math.max(expected.length, stops.length);
      for (let at = 0; at < all && faults.length < 6; at += 1) {
        const [is, should] = [stops[at]?.element, expected[at]];
        if (is !== should) {
          faults.push(`stop ${at} is ${is && named(is)}, not ${should && named(should)}`);
          break;
        }
        const { ring, cover } = stops[at];
        if (ring !== `3px solid ${colour}`) faults.push(`${named(is)} has the ring ${ring}`);
        if (cover) faults.push(`${named(is)} is covered by ${cover}`);
      }
      scrollTo(0, 0);
      const shown = stops.map((stop) => stop.shown);
      if (back) shown.reverse();
      shown.slice(1).forEach((other, at) => {
        const [one, next] = parts(shown[at], other);
        if (one && next && faults.length < 6 && !follows(one, next, rtl)) faults.push(`${named(other)} comes after ${named(shown[at])}`);
      });
      return faults;
    },
    // What a pointer can reach and Tab cannot.
    unreached() {
      const hands = find(".fact-cards *").filter((element) => inSight(element) && getComputedStyle(element).cursor === "pointer");
      const ofKeys = "a[href], button, input, summary, textarea, label:has(input)";
      const labelled = (element) => root.getElementById(element.closest("label[for]")?.htmlFor)?.matches("input");
      return hands.filter((element) => !element.closest(ofKeys) && !labelled(element)).map(named);
    },
  };
  return null;
})()
