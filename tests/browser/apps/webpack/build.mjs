import { copyFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import webpack from "webpack";

const output = { path: resolve("dist"), filename: "article.js" };
const told = await promisify(webpack)({ mode: "production", entry: "./article.js", output, performance: { hints: false } });
if (told.hasErrors() || told.hasWarnings()) throw told.toString();
await copyFile("index.html", "dist/index.html");
