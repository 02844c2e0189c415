// The network that a page has: what is at which address, what is asked for, and what goes wrong.

export class Network {
  // The addresses that were asked for, in their order.
  requests = [];
  // With what the engine and stories were asked for, by address.
  options = new Map();
  #files = new Map();
  #faults = new Map();
  #held = [];

  put(address, content, status = 200) {
    this.#files.set(address, { content, status });
  }

  // Breaks what has that in its address: "missing", "refused" (the network is gone), or "held" until it is released.
  break(part, fault) {
    this.#faults.set(part, fault);
  }

  // Answers what has been held the longest.
  release() {
    this.#held.shift()();
  }

  // Mends everything, and answers what was held.
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

  // As browsers do it. No integrity is looked at: the visits do.
  fetch = async (address, options = {}) => {
    this.options.set(`${address}`, options);
    const { signal } = options;
    const late = new Promise((_, failed) => signal?.addEventListener("abort", () => failed(signal.reason)));
    const { content, status } = await Promise.race([this.#answer(`${address}`), late]);
    return new Response(content, { status });
  };

  // As browsers do it: a module that could not be fetched is remembered as such, by its address with the fragment.
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

  // What fetches markup: no more of XMLHttpRequest than that.
  XMLHttpRequest(DOMParser) {
    const answer = (address) => this.#answer(address);
    return class {
      response = null;
      open(method, address) {
        this.address = this.responseURL = `${address}`;
      }
      async send() {
        try {
          const { content } = await answer(this.address);
          if (this.responseType == "document") this.response = new DOMParser().parseFromString(content, "text/html");
        } catch {
          // There is no response then.
        }
        this.onloadend();
      }
    };
  }
}
