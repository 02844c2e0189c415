// Writes style sheets, minified and with what they import. Arguments: the folder of the packages, that of the sheets, the one to
// write to, and the names of the sheets.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [packages, from, to, ...names] = process.argv.slice(2);
const { bundle } = createRequire(join(packages, "/"))("lightningcss");

for (const name of names) {
  try {
    writeFileSync(join(to, name), bundle({ filename: join(from, name), minify: true }).code);
  } catch ({ message, fileName = name, loc }) {
    console.error(`${fileName}${loc ? `:${loc.line}:${loc.column}` : ""}: ${message}`);
    process.exitCode = 1;
  }
}
