// Bundles for browsers and for Node, and puts what Node renders into the page. esbuild moves no files: the engine is copied.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const options = {
  bundle: true,
  format: "esm",
  jsx: "automatic",
  // The packages of React 18 go by these names beside those of React 19.
  alias: { react: "react-18", "react-dom": "react-dom-18" },
  define: { "process.env.NODE_ENV": '"production"' },
};
await build({ ...options, entryPoints: ["client.js"], outfile: "dist/client.js" });
for (const file of ["engine.js", "engine.wasm"]) await copyFile(`node_modules/fact-cards/${file}`, `dist/${file}`);
await build({ ...options, entryPoints: ["server.js"], outfile: "server.mjs" });
const { default: html } = await import("./server.mjs");
await writeFile("dist/index.html", (await readFile("index.html", "utf8")).replace("<!-- app -->", html));
