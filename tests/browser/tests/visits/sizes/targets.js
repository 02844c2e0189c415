// Finds targets that are too small for a finger or a shaky hand. A control is probed from its centre, since some
// respond beyond their visible box.
((least) => {
  const root = document.querySelector("fact-cards").shadowRoot ?? document;
  const sheet = root.querySelector(".filters:popover-open");
  const controls = [...(sheet ?? root.querySelector(".fact-cards")).querySelectorAll("a[href], button, input, summary, label, textarea")]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches(".one-choice, label > input, .by-hand"))
    // Links in running text are only as high as its lines.
    .filter((control) => !control.matches(".says a, .source > p a, .reported a, .key a"));

  // Whether it responds at that distance from its centre in each direction; for one with several lines, in the first
  // line.
  const isLarge = (control) => {
    const middle = () => {
      const { left, right, top, bottom } = control.getClientRects()[0];
      return [(left + right) / 2, (top + bottom) / 2];
    };
    if (sheet || middle()[1] < least || middle()[1] > innerHeight - least) control.scrollIntoView({ block: "center" });
    const [x, y] = middle();
    // A box that begins between two pixels reaches half a pixel less.
    const far = least / 2 - 1;
    const points = [[0, 0], [-far, 0], [far, 0], [0, -far], [0, far]];
    return points.every(([dx, dy]) => control.contains(root.elementFromPoint(x + dx, y + dy)));
  };
  // A mark on the scale or a pin on the map cannot move; the same link is also in the list beside it.
  const listed = (control) =>
    control.closest("svg") && [...root.querySelectorAll(".view-inside li a")].some((link) => link.getAttribute("href") === control.getAttribute("href"));

  const small = controls
    .filter((control) => !listed(control) && !isLarge(control))
    .map((control) => `${control.localName}.${control.className} “${control.textContent.trim().slice(0, 20)}”`);
  return [controls.length, small.slice(0, 8)];
})
