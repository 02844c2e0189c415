// Bundles for pages whose scripts are no modules: nobody knows where such a script lies.
import { copyFile, mkdir } from "node:fs/promises";
import { build } from "esbuild";

await build({ entryPoints: ["article.js", "lost.js"], outdir: "dist/script", bundle: true, format: "iife", logLevel: "error" });
await mkdir("dist/engine");
for (const file of ["engine.js", "engine.wasm"]) await copyFile(`node_modules/fact-cards/${file}`, `dist/engine/${file}`);
for (const page of ["index.html", "lost.html"]) await copyFile(page, `dist/${page}`);
