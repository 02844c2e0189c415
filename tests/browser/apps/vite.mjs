// Builds an app for browsers and for Node, and puts what Node renders of it into the page.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { build } from "vite";

await build({ logLevel: "warn" });
await build({ logLevel: "warn", build: { ssr: "server.js", outDir: "server" } });
const { default: html } = await import(pathToFileURL("server/server.js"));
const page = await readFile("dist/index.html", "utf8");
await writeFile("dist/index.html", page.replace("<!-- app -->", html));
