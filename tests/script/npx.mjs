// `npx fact-cards`, from the packages of a release in the folder that is given: `cargo xtask test --release` runs it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv } from "node:process";
import { serve } from "./registry.mjs";

const [folder, version] = argv.slice(2);
const tarballs = readdirSync(folder).filter((name) => name.endsWith(`-${version}.tgz`));
const packages = tarballs.map((file) => [file.slice(0, -`-${version}.tgz`.length), readFileSync(join(folder, file))]);
const registry = await serve(Object.fromEntries(packages), version);
const home = mkdtempSync(join(tmpdir(), "npx-"));
// Whoever writes stories gives their folders such names.
const desk = join(home, "Mes récits");
mkdirSync(desk);

const npx = (...values) =>
  new Promise((done) => {
    const env = { ...process.env, HOME: home, npm_config_registry: registry.address, npm_config_cache: join(home, "npm"), npm_config_update_notifier: "false" };
    delete env.XDG_CACHE_HOME;
    const child = spawn("npx", ["--yes", "fact-cards", ...values], { cwd: desk, env, stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (text) => (out += text));
    child.on("close", (status) => done({ out, status }));
  });

try {
  assert.equal((await npx("new", "my-story")).status, 0);
  const checked = await npx("check", "my-story");
  assert.equal(checked.out, "my-story: 3 cards, 2 facts from 1 article, no mistake\n");
  assert.equal((await npx("build", "my-story", "--out", "site", "--soon")).status, 0);
  assert.ok(existsSync(join(desk, "site/fact-cards.js")));
  assert.equal((await npx("check", "nowhere")).status, 3);
  assert.match((await npx("--version")).out, new RegExp(`^fact-cards ${version}\nengine [0-9a-f]+\nformat \\d+\ncommit `));
} finally {
  registry.close();
  rmSync(home, { recursive: true, force: true });
}
