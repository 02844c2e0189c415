// What `npx fact-cards` does, with a registry on this machine that has a program of three lines.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { arch, execPath, platform } from "node:process";
import { test } from "node:test";
import { serve } from "./registry.mjs";

const SCRIPT = new URL("../../crates/site/package/program.js", import.meta.url);
const NAME = `fact-cards-${platform}-${arch}`;
const SAYS = '#!/bin/sh\necho "program: $*"\n[ "$1" = fails ] && exit 2\nexit 0\n';

// A folder of its own for a test.
const folder = (t) => {
  const made = mkdtempSync(join(tmpdir(), "program-"));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

// The package `fact-cards`, as far as it is a program.
const main = (home) => {
  const at = join(home, "package");
  mkdirSync(at);
  cpSync(SCRIPT, join(at, "program.js"));
  writeFileSync(join(at, "package.json"), '{ "name": "fact-cards", "version": "1.2.3", "type": "module" }');
  return at;
};

// The tarball of the program for this system.
const tarball = (home) => {
  const at = join(home, "system");
  mkdirSync(at);
  writeFileSync(join(at, "package.json"), JSON.stringify({ name: NAME, version: "1.2.3", files: ["fact-cards"] }));
  writeFileSync(join(at, "fact-cards"), SAYS, { mode: 0o755 });
  const packed = spawnSync("npm", ["pack", "--silent", "--pack-destination", home, at], { encoding: "utf8" });
  assert.equal(packed.status, 0, packed.stderr);
  return readFileSync(join(home, packed.stdout.trim()));
};

// A registry with that tarball.
const registry = async (t, bytes) => {
  const served = await serve({ [NAME]: bytes }, "1.2.3");
  t.after(served.close);
  return served;
};

// Calls the program as npx does.
const call = (at, address, values, cache, { preload = [], ...more } = {}) =>
  new Promise((done) => {
    const own = Object.entries(process.env).filter(([name]) => !/^npm_|^XDG_/.test(name));
    const env = { ...Object.fromEntries(own), HOME: cache, npm_config_registry: address, npm_config_cache: join(cache, "npm"), npm_config_fetch_retries: "0", ...more };
    const child = spawn(execPath, [...preload, join(at, "program.js"), ...values], { env });
    const said = { out: "", error: "" };
    child.stdout.on("data", (text) => (said.out += text));
    child.stderr.on("data", (text) => (said.error += text));
    child.on("close", (status) => done({ ...said, status }));
  });

const kept = (home) => {
  const programs = join(home, ".cache/fact-cards/programs");
  return existsSync(programs) ? readdirSync(programs) : [];
};

test("the program for this system is fetched once, given what is asked for, and its answer passed on", async (t) => {
  const home = folder(t);
  const at = main(home);
  const server = await registry(t, tarball(home));
  const first = await call(at, server.address, ["new", "my story"], home);
  assert.deepEqual([first.out, first.status], ["program: new my story\n", 0], first.error);
  assert.match(first.error, /^Fetching the program fact-cards 1\.2\.3 /);
  const { asked } = server;
  const second = await call(at, server.address, ["fails"], home);
  assert.deepEqual([second.out, second.error, second.status], ["program: fails\n", "", 2]);
  assert.equal(server.asked, asked);
  assert.deepEqual(kept(home), ["1.2.3"]);
});

test("what was fetched only in part leaves nothing, is told, and is fetched again", async (t) => {
  const home = folder(t);
  const at = main(home);
  const server = await registry(t, tarball(home));
  server.part = 0.5;
  const cut = await call(at, server.address, ["check"], home);
  assert.equal(cut.status, 3);
  assert.match(cut.error, /npm could not fetch .* 1\.2\.3.*\n.*Try again/);
  assert.deepEqual(kept(home), []);
  server.part = 1;
  const whole = await call(at, server.address, ["check"], home);
  assert.deepEqual([whole.out, whole.status], ["program: check\n", 0], whole.error);
});

test("without a registry it says what to do", async (t) => {
  const home = folder(t);
  const said = await call(main(home), "http://localhost:9", ["check"], home);
  assert.equal(said.status, 3);
  assert.match(said.error, /npm config set registry ADDRESS/);
  assert.match(said.error, new RegExp(`npm install ${NAME}@1.2.3`));
  assert.deepEqual(kept(home), []);
});

test("where the home folder cannot be written it is fetched for this call", async (t) => {
  const home = folder(t);
  const at = main(home);
  const server = await registry(t, tarball(home));
  writeFileSync(join(home, ".cache"), "a file where a folder has to be");
  const said = await call(at, server.address, ["check"], home);
  assert.deepEqual([said.out, said.status], ["program: check\n", 0], said.error);
});

test("a path with spaces and 300 characters is one like any other", async (t) => {
  const home = folder(t);
  const at = main(home);
  const server = await registry(t, tarball(home));
  const long = join(home, ...Array(4).fill(`a folder with a name of ${"many ".repeat(10)}letters`));
  mkdirSync(long, { recursive: true });
  assert.ok(long.length > 300);
  const said = await call(at, server.address, ["check"], home, { XDG_CACHE_HOME: long });
  assert.deepEqual([said.out, said.status], ["program: check\n", 0], said.error);
});

test("a program that a page's packages have is run, and nothing fetched", async (t) => {
  const home = folder(t);
  const at = main(home);
  const own = join(at, "node_modules", NAME);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, "package.json"), JSON.stringify({ name: NAME, version: "1.2.3" }));
  writeFileSync(join(own, "fact-cards"), SAYS, { mode: 0o644 });
  const said = await call(at, "http://localhost:9", ["schema"], home);
  assert.deepEqual([said.out, said.error, said.status], ["program: schema\n", "", 0]);
});

test("a system without a program is told which there are", async (t) => {
  const home = folder(t);
  const code = `import { syncBuiltinESMExports } from "node:module"; Object.defineProperty(process, "platform", { value: "sunos" }); syncBuiltinESMExports();`;
  const preload = ["--import", `data:text/javascript,${encodeURIComponent(code)}`];
  const said = await call(main(home), "http://localhost:9", ["check"], home, { preload });
  assert.equal(said.status, 3);
  assert.match(said.error, /There is no program for sunos .*linux x64.*\n.*cargo xtask program/);
});
