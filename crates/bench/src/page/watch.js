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
  const bench = {
    readable: null,
    ready: null,
    longTasks: [],
    shifts: [],
    done: null,
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
    // From here on the next input and its outcome are marked. `settled` comes true when the page rests after that.
    arm: () => {
      const begin = (event) => {
        for (const type of ["keydown", "mousedown"]) removeEventListener(type, begin, true);
        bench.began = event.timeStamp;
        performance.mark("bench-input", { startTime: event.timeStamp });
      };
      for (const type of ["keydown", "mousedown"]) addEventListener(type, begin, true);
      bench.settled = new Promise((done) => {
        const outcome = async () => {
          for (const type of OUTCOMES) removeEventListener(type, outcome, true);
          bench.done = performance.now();
          performance.mark("bench-done");
          await frame();
          await frame();
          bench.painted = performance.now();
          await idle();
          performance.mark("bench-settled");
          done(true);
        };
        for (const type of OUTCOMES) addEventListener(type, outcome, true);
      });
      return true;
    },
    // The ids of the cards that are shown, in order.
    shown: () => window.benchShown?.() ?? [...(document.querySelector("fact-cards")?.shadowRoot ?? document).querySelectorAll("[data-card]")].filter((card) => card.checkVisibility()).map((card) => card.dataset.card),
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
