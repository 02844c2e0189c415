// A registry of npm packages on this machine, for tests: gives out tarballs, and counts what is asked for.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

// `packages` are tarballs by the names of their packages, all of that version. `part` says how much of each is sent.
export const serve = async (packages, version) => {
  const state = { part: 1, asked: 0 };
  const server = createServer((request, response) => {
    state.asked += 1;
    const name = decodeURIComponent(request.url.slice(1)).replace(/\.tgz$/, "");
    const bytes = packages[name];
    if (!bytes) return response.writeHead(404).end("{}");
    if (request.url.endsWith(".tgz")) return response.end(bytes.subarray(0, bytes.length * state.part));
    const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
    const dist = { tarball: `${state.address}/${name}.tgz`, integrity };
    const bin = name == "fact-cards" ? { "fact-cards": "program.js" } : undefined;
    response.end(JSON.stringify({ name, "dist-tags": { latest: version }, versions: { [version]: { name, version, bin, dist } } }));
  });
  await new Promise((done) => server.listen(0, "localhost", done));
  state.address = `http://localhost:${server.address().port}`;
  state.close = () => server.close();
  return state;
};
