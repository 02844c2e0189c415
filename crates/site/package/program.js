#!/usr/bin/env node
// The program `fact-cards`, called by npx or from a page's package: runs the one for this system. Pages that only have the element
// do not download it, so it is fetched when it is called first: npm's package for this system, checked as npm checks all.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { env, execPath, exit, kill, pid, platform, arch, argv } from "node:process";

// As in `crates/xtask/src/system.rs`.
const SYSTEMS = ["linux x64", "linux arm64", "win32 x64", "darwin x64", "darwin arm64"];
const FILE = platform == "win32" ? "fact-cards.exe" : "fact-cards";
// What the program itself answers where something is wrong that is neither the story nor the command.
const FAILED = 3;

const require = createRequire(import.meta.url);
const { version } = require("./package.json");
const name = `fact-cards-${platform}-${arch}`;

const fail = (...lines) => {
  console.error(["error: " + lines[0], ...lines.slice(1)].join("\n  "));
  exit(FAILED);
};

// npm's own script: beside npx, or beside Node. Called without a shell, so no path needs to be quoted.
const npm = () => {
  const beside = env.npm_execpath && join(dirname(env.npm_execpath), "npm-cli.js");
  const here = dirname(realpathSync(execPath));
  const places = [beside, join(here, "../lib/node_modules/npm/bin/npm-cli.js"), join(here, "node_modules/npm/bin/npm-cli.js"), "/usr/share/nodejs/npm/bin/npm-cli.js"];
  return places.find((place) => place && existsSync(place)) ?? fail("npm, which fetches the program for this system, is not where Node is.", `Install it yourself: npm install ${name}@${version}`);
};

// Where programs are kept: the user's folder for that, or a temporary one where that cannot be written.
const caches = () => {
  const usual = { win32: env.LOCALAPPDATA, darwin: join(homedir(), "Library/Caches") }[platform] ?? env.XDG_CACHE_HOME;
  return join(usual || join(homedir(), ".cache"), "fact-cards", "programs");
};
const writable = () => {
  try {
    mkdirSync(caches(), { recursive: true });
    return mkdtempSync(join(caches(), "new-"));
  } catch {
    return mkdtempSync(join(tmpdir(), "fact-cards-"));
  }
};

const fetched = () => {
  const kept = join(caches(), version);
  const inside = (folder) => join(folder, "node_modules", name, FILE);
  if (existsSync(inside(kept))) return inside(kept);
  console.error(`Fetching the program fact-cards ${version} for ${platform} ${arch}, once.`);
  const folder = writable();
  const done = spawnSync(
    execPath,
    [npm(), "install", "--prefix", folder, "--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", `${name}@${version}`],
    // In a folder of its own, whatever the settings of the one around are.
    { cwd: folder, stdio: ["ignore", "ignore", "inherit"], env: { ...env, npm_config_global: "false", npm_config_workspaces: "", npm_config_dry_run: "" } },
  );
  if (done.status !== 0 || !existsSync(inside(folder))) {
    rmSync(folder, { recursive: true, force: true });
    fail(
      `npm could not fetch ${name} ${version}; what it says stands above. Nothing is left of it.`,
      "Try again with a network, or name the registry that you may use: npm config set registry ADDRESS",
      "Where the home folder cannot be written, name one that can: npm_config_cache=FOLDER",
      `Or install it where you can, and call it from there: npm install ${name}@${version}`,
    );
  }
  try {
    // At once: whoever is interrupted leaves nothing that looks whole.
    renameSync(folder, kept);
    return inside(kept);
  } catch {
    // Another call was faster, or there is only the temporary folder.
    if (!existsSync(inside(kept))) return inside(folder);
    rmSync(folder, { recursive: true, force: true });
    return inside(kept);
  }
};

const installed = () => {
  try {
    const about = require.resolve(`${name}/package.json`);
    if (JSON.parse(readFileSync(about)).version == version) return join(dirname(about), FILE);
  } catch {
    // Most have not installed it.
  }
};

if (!SYSTEMS.includes(`${platform} ${arch}`)) {
  fail(`There is no program for ${platform} ${arch}, but for ${SYSTEMS.join(", ")}.`, "With Rust you can make one: `cargo xtask program` in the sources of fact-cards.");
}
const program = installed() ?? fetched();
let run = spawnSync(program, argv.slice(2), { stdio: "inherit" });
if (run.error?.code == "EACCES") {
  // Some ways to copy packages lose who may run what.
  try {
    chmodSync(program, 0o755);
    run = spawnSync(program, argv.slice(2), { stdio: "inherit" });
  } catch {
    // It is told below.
  }
}
if (run.error) fail(`${program} cannot be started (${run.error.code}).`, "It may have come only in part: remove that file's folder and call this again.");
if (run.signal) kill(pid, run.signal);
exit(run.status ?? FAILED);
