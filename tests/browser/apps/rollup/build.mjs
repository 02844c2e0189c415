// Rollup moves no files: the engine is copied.
import { copyFile } from "node:fs/promises";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";

const bundle = await rollup({ input: "article.js", plugins: [nodeResolve()] });
await bundle.write({ dir: "dist", format: "es" });
for (const file of ["engine.js", "engine.wasm"]) await copyFile(`node_modules/fact-cards/${file}`, `dist/${file}`);
await copyFile("index.html", "dist/index.html");
