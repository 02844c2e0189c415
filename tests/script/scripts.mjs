// The scripts of `src/browser` as the build makes them, run in the window of a page.
import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";

// What stands in a script where the build puts in what belongs to one site: see `crates/site/src/publish/script.rs`. In a comment,
// which no built script has, it is only a word.
const BUILD = " = BUILD;";

// Where the site is, and where it has the engine.
export const SITE = "https://cards.example/";
export const GLUE = "assets/engine-1.js";
export const WASM = "assets/engine-1.wasm";
export const INTEGRITY = "sha256-of-the-engine";
// What `engine.js` is told: styles, the number of the engine, and the most bytes that a story may have.
export const STYLES = ".views{color:red}";
export const ENGINE = 2166136261;
export const MOST = 1000;

const read = (name, build) => {
  const [before, ...after] = readFileSync(new URL(`../../src/browser/${name}`, import.meta.url), "utf8").split(BUILD);
  if (!after.length) throw Error(`${name} has no place for what the build puts in`);
  return `${before} = ${build};${after.join(BUILD)}`;
};

// No module can be loaded into the window of a DOM, so each runs as a function there. What only modules have is given to it:
// `import.meta` and `import()`; what it exports it gives back.
const asFunction = (text, name, given) =>
  compileFunction(
    text.replaceAll("import.meta", "importMeta").replaceAll("import(", "importModule("),
    ["importMeta", "importModule", ...Object.keys(given)],
    { filename: `src/browser/${name}`, parsingContext: given.context },
  );

// Runs the loader in a window, as it is at an address. `languages` are those that the build writes into it.
export const runLoader = (given, importModule, languages, address = `${SITE}fact-cards.js`) => {
  const build = `["${GLUE}","${WASM}","${INTEGRITY}",${languages}]`;
  asFunction(read("loader.js", build), "loader.js", given)({ url: address }, importModule, ...Object.values(given));
};

// What wasm-bindgen makes, in the same form: the program is in `wasm`, and what calls it throws the errors that it gives back.
// What is to happen later, such as what follows of an event, the browser calls there too (`run`).
const BINDGEN = `
  let wasm, wasmModule;
  const __wbg_init = async ({ module_or_path }) => {
    wasmModule = await engine.init(await module_or_path);
    const of = (name) => (...values) => engine[name](...values);
    wasm = { start: of("start"), attach: of("attach"), change: of("change"), run: (what) => what(), memory: {} };
    engine.run = (what) => wasm.run(what);
  };
  const called = (name) => (...values) => {
    const error = wasm[name](...values);
    if (error !== undefined) throw error;
  };
  const [startEngine, hydrateElement, changeAttribute] = ["start", "attach", "change"].map(called);
`.replaceAll("\n", " ");

// Runs the engine's script in a window, as the file of an address, and gives what it exports. The engine is a stand-in.
export const runHydrate = (given, importModule, engine, address) => {
  const build = JSON.stringify([STYLES, ENGINE, MOST]);
  const text = read("hydrate.js", build).replace("export const begin", "const begin");
  return asFunction(`${BINDGEN}${text}\nreturn { begin };`, "hydrate.js", { ...given, engine })(
    { url: address },
    importModule,
    ...Object.values({ ...given, engine }),
  );
};
