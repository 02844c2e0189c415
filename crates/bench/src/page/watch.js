// In each page before its own scripts. Marks in the trace when an input comes, when its outcome is there and when the page
// has nothing more to do, and knows when cards can be read and when controls work.
(() => {
  if (window.bench || window.top !== window) return;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  // An idle callback would wait for ever where something moves in each frame.
  const idle = () => scheduler.postTask(() => {}, { priority: "background" });
  const deep = (selector) => document.querySelector(selector) ?? document.querySelector("fact-cards")?.shadowRoot?.querySelector(selector);
  // What ours and the peers' pages tell. Ours tells that it is ready once it shows what was typed before.
  const OUTCOMES = ["fact-cards-ready", "fact-cards-change", "bench-done"];
  // What takes longer than the browser keeps to itself, in milliseconds.
  const LONG = 24;
  const bench = {
    readable: null,
    ready: null,
    longTasks: [],
    shifts: [],
    events: [],
    done: null,
    told: null,
    deep,
    frame,
    until: async (holds) => {
      while (!holds()) await frame();
    },
    // Nothing to do: two frames have gone by, and then the page had time.
    rest: async () => {
      await frame();
      await frame();
      await idle();
    },
    // From here on the next input and its outcome are marked. `settled` comes true when the page rests after that. The outcome
    // is there when the page tells so, or when something holds that can be seen: what costs no layout to look at.
    arm: (seen) => {
      if (seen?.()) throw Error(`this is so already: ${seen}`);
      const begin = (event) => {
        for (const type of ["keydown", "pointerdown"]) removeEventListener(type, begin, true);
        bench.began = event.timeStamp;
        performance.mark("bench-input", { startTime: event.timeStamp });
      };
      for (const type of ["keydown", "pointerdown"]) addEventListener(type, begin, true);
      bench.events.length = 0;
      bench.settled = new Promise((done) => {
        const outcome = async (event) => {
          for (const type of OUTCOMES) removeEventListener(type, outcome, true);
          bench.told = event?.detail ?? null;
          bench.done = performance.now();
          performance.mark("bench-done");
          await frame();
          await frame();
          bench.painted = performance.now();
          await idle();
          performance.mark("bench-settled");
          done(true);
        };
        if (seen) bench.until(seen).then(outcome);
        else for (const type of OUTCOMES) addEventListener(type, outcome, true);
      });
      return true;
    },
    // From here on the browser tells of events that take long.
    watchEvents: () => new PerformanceObserver((list) => bench.events.push(...list.getEntries().map((event) => event.toJSON()))).observe({ type: "event", durationThreshold: 16 }),
    // The browser tells of events in their order, later, and not at all of short ones: when it has told of one that is made
    // long, it has told of all before. `last` comes to when that one came.
    watchLast: () => {
      bench.last = new Promise((told) => {
        const last = (event) => {
          event.stopImmediatePropagation();
          for (const start = performance.now(); performance.now() < start + LONG; );
          bench.until(() => bench.events.some(({ startTime }) => startTime >= event.timeStamp)).then(() => told(event.timeStamp));
        };
        addEventListener("keyup", last, { capture: true, once: true });
      });
      return true;
    },
    // The cards that are shown, in order, and their ids.
    cards: () => [...(document.querySelector("fact-cards")?.shadowRoot ?? document).querySelectorAll("[data-card]")].filter((card) => card.checkVisibility()),
    shown: () => window.benchShown?.() ?? bench.cards().map((card) => card.dataset.card),
    // What is said of how much is shown.
    status: () => deep("[role=status]").textContent,
    // The middle of an element once it is in sight, in the coordinates of the window.
    middle: (element) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    },
  };
  window.bench = bench;
  const now = () => performance.now();
  addEventListener("fact-cards-ready", () => (bench.ready ??= now()), true);
  addEventListener("bench-ready", () => (bench.ready ??= now()), true);
  // Cards can be read in the frame after the first of them is there and painted.
  const look = async () => {
    while (!deep("[data-card]")?.checkVisibility()) await frame();
    await frame();
    bench.readable = now();
  };
  look();
  new PerformanceObserver((list) => bench.longTasks.push(...list.getEntries().map((task) => [task.startTime, task.duration]))).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => bench.shifts.push(...list.getEntries().filter((shift) => !shift.hadRecentInput).map((shift) => [shift.startTime, shift.value]))).observe({ type: "layout-shift", buffered: true });
  // Engines keep their memory to themselves; their modules do not.
  bench.memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const outcome = await original.apply(WebAssembly, args);
      const instance = outcome.instance ?? outcome;
      for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) bench.memories.add(value);
      return outcome;
    };
  }
  bench.wasmBytes = () => [...bench.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
})();
