// The scripts of `src/browser` as the build makes them, run in the window of a page.
import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";

// The placeholder where the build inserts the values of a site: see `crates/site/src/publish/script.rs`. The bare word in a
// comment is not one.
const BUILD = " = BUILD;";

// The address of the site, and the paths of the engine on it.
export const SITE = "https://cards.example/";
export const GLUE = "assets/engine-1.js";
export const WASM = "assets/engine-1.wasm";
export const MORE = "assets/more-1.js";
export const SENTENCE = "assets/sentence-1.js";
export const INTEGRITY = "sha256-of-the-engine";
// The values for the engine's script: styles, the number of the engine, and the maximum size of a story in bytes.
export const STYLES = ".views{color:red}";
export const ENGINE = 2166136261;
export const MOST = 1000;

const textOf = (name) => readFileSync(new URL(`../../src/browser/${name}`, import.meta.url), "utf8");
const read = (name, build, text = textOf(name)) => {
  const [before, ...after] = text.split(BUILD);
  if (!after.length) throw Error(`${name} has no place for what the build puts in`);
  return `${before} = ${build};${after.join(BUILD)}`;
};

// jsdom cannot load modules, so each runs as a function, with `import.meta` and `import()` as arguments and its exports
// as the result.
const asFunction = (text, name, given) =>
  compileFunction(
    text.replaceAll("import.meta", "importMeta").replaceAll("import(", "importModule("),
    ["importMeta", "importModule", ...Object.keys(given)],
    { filename: `src/browser/${name}`, parsingContext: given.context },
  );

// Runs the loader in a window, as if from that address. `languages` are those that the build writes into it.
export const runLoader = (given, importModule, languages, address = `${SITE}fact-cards.js`) => {
  const build = `["${GLUE}","${WASM}","${MORE}","${SENTENCE}","${INTEGRITY}",${languages}]`;
  asFunction(read("loader.js", build), "loader.js", given)({ url: address }, importModule, ...Object.values(given));
};

// Runs what only some articles need, and returns its exports.
export const runMore = (given) => {
  const text = readFileSync(new URL("../../src/browser/more.js", import.meta.url), "utf8").replaceAll("export const", "const");
  return asFunction(`${text}\nreturn { level, tame };`, "more.js", given)({}, null, ...Object.values(given));
};

// Runs what opens cards beside sentences, and returns its exports.
export const runSentence = (given) => {
  const text = readFileSync(new URL("../../src/browser/sentence.js", import.meta.url), "utf8").replaceAll("export const", "const");
  return asFunction(`${text}\nreturn { meet, gathered };`, "sentence.js", given)({}, null, ...Object.values(given));
};

// The interface that wasm-bindgen generates: calls go through `wasm` and throw the errors they return. Later callbacks,
// such as for events, also go through it (`run`).
const BINDGEN = `
  let wasm, wasmModule;
  const __wbg_init = async ({ module_or_path }) => {
    wasmModule = await module_or_path;
    await engine.init(wasmModule);
    const of = (name) => (...values) => engine[name](...values);
    wasm = { start: of("start"), read: of("read"), attach: of("attach"), change: of("change"), run: (what) => what(), memory: {} };
    engine.run = (what) => wasm.run(what);
  };
  const called = (name) => (...values) => {
    const error = wasm[name](...values);
    if (error !== undefined) throw error;
  };
  const [startEngine, readStory, hydrateElement, changeAttribute] = ["start", "read", "attach", "change"].map(called);
`.replaceAll("\n", " ");

// What follows wasm-bindgen's output in it, in the order of `crates/xtask/src/engine.rs`.
const OF_ENGINE = ["translation", "share", "stories", "announcement", "hydrate"].map((name) => `engine/${name}.js`);

// Runs the engine's script in a window, as if from that address, and returns its exports. The engine is a stand-in.
export const runHydrate = (given, importModule, engine, address) => {
  const build = JSON.stringify([STYLES, ENGINE, MOST]);
  const text = read("engine.js", build, OF_ENGINE.map(textOf).join("")).replace("export const begin", "const begin");
  return asFunction(`${BINDGEN}${text}\nreturn { begin };`, "engine.js", { ...given, engine })(
    { url: address },
    importModule,
    ...Object.values({ ...given, engine }),
  );
};
