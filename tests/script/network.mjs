// The network of a page: files by address, recorded requests, and faults.

export class Network {
  // The requested addresses, in order.
  requests = [];
  // The options of each `fetch`, by address.
  options = new Map();
  #files = new Map();
  #faults = new Map();
  #held = [];

  put(address, content, status = 200) {
    this.#files.set(address, { content, status });
  }

  // Breaks addresses that contain `part`: "missing", "refused" (no network), or "held" until released.
  break(part, fault) {
    this.#faults.set(part, fault);
  }

  // Answers the request that has been held longest.
  release() {
    this.#held.shift()();
  }

  // Removes all faults, and answers held requests.
  mend() {
    this.#faults.clear();
    for (const release of this.#held.splice(0)) release();
  }

  async #answer(address) {
    const plain = address.split("#")[0];
    this.requests.push(plain);
    const fault = () => [...this.#faults].find(([part]) => plain.includes(part))?.[1];
    if (fault() == "held") await new Promise((release) => this.#held.push(release));
    if (fault() == "refused") throw new TypeError(`Failed to fetch ${plain}`);
    const missing = { content: "<!doctype html><title>404</title><p>There is no such page.</p>", status: 404 };
    return fault() == "missing" ? missing : (this.#files.get(plain) ?? missing);
  }

  // Like a browser's, but without integrity checks, which the visits cover.
  fetch = async (address, options = {}) => {
    this.options.set(`${address}`, options);
    const { signal } = options;
    const late = new Promise((_, failed) => signal?.addEventListener("abort", () => failed(signal.reason)));
    const { content, status } = await Promise.race([this.#answer(`${address}`), late]);
    return new Response(content, { status });
  };

  // Like a browser's: a failed import is remembered by its address including the fragment.
  importing(run) {
    const modules = new Map();
    const load = async (address) => {
      const { status } = await this.#answer(address);
      if (status != 200) throw new TypeError(`Failed to fetch dynamically imported module: ${address}`);
      return run(address);
    };
    return (address) => {
      if (!modules.has(address)) modules.set(address, load(address));
      return modules.get(address);
    };
  }

  // As much of XMLHttpRequest as the loader uses to fetch markup.
  XMLHttpRequest(DOMParser) {
    const answer = (address) => this.#answer(address);
    return class {
      response = null;
      open(method, address) {
        this.address = this.responseURL = `${address}`;
      }
      async send() {
        try {
          const { content, status } = await answer(this.address);
          // What is there stands for the address that it leads to.
          if (status == 302) {
            this.responseURL = content;
            this.address = content;
            return this.send();
          }
          if (this.responseType == "document") this.response = new DOMParser().parseFromString(content, "text/html");
        } catch {
          // The response stays null.
        }
        this.onloadend();
      }
    };
  }
}
