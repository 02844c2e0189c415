// Where the files of the engine are. Bundlers know `new URL` with the literal text, and move the files to where it leads then.
let folder;
const beside = {
  "engine.js": () => new URL("./engine.js", import.meta.url),
  "engine.wasm": () => new URL("./engine.wasm", import.meta.url),
};

// Says in which folder `engine.js` and `engine.wasm` are, where the bundler moves no files or the bundle is no module. It is the
// page's own folder unless it begins with a slash or an origin.
export const setAssets = (address) => {
  folder = `${address}`.replace(/\/?$/, "/");
};

// Some bundlers leave the origin out: it is that of the page. A request knows the page's address, which an element with a name
// may hide in the document.
const addressOf = (name) => {
  let found;
  try {
    found = folder ? folder + name : beside[name]();
  } catch {
    throw `fact-cards does not know where its ${name} is: setAssets says so`;
  }
  return new Request(found).url;
};

// The address of a file as a text that is made when it is needed: until then the page can say where it is.
export const asset = (name) => ({ toString: () => addressOf(name) });

// The address that stands for this script's: files of its origin are trusted as the script itself is. A bundler may have put in
// that of a file on the machine where the page was built.
export const here = {
  toString() {
    try {
      return addressOf("engine.js");
    } catch {
      return new Request("").url;
    }
  },
};
