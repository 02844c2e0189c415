// A stand-in for the WebAssembly program: it records its calls and behaves like the program on success. A test can make
// it fail.

export class Engine {
  // The elements to hydrate, and the attributes that changed.
  attached = [];
  changed = [];
  stories = [];
  started = 0;

  init() {}

  // What was read before anything is hydrated.
  read(language, only, story) {
    this.stories.push({ language, story });
  }

  start(stop, share) {
    this.started += 1;
    Object.assign(this, { stop, share });
  }

  attach(element, mount, language, linkTarget, shape, story, site) {
    this.attached.push({ element, mount, language, linkTarget, shape, story, site });
    // It notifies once it has hydrated.
    queueMicrotask(() => this.ready(element, mount));
  }

  ready(element, mount) {
    mount.dataset.ready = "";
    delete mount.dataset.failed;
    element.dispatchEvent(new (element.ownerDocument.defaultView.CustomEvent)("fact-cards-ready", { bubbles: true, composed: true }));
  }

  change(element, name, language, story, site) {
    this.changed.push({ element, name, language, story, site });
  }

  // Panics as Rust does: it gives the reason, and its caller gets an `unreachable` trap.
  panic = () => {
    this.stop("panicked at a test");
    this.trap();
  };

  // Stops silently, as when memory runs out.
  trap() {
    throw new Error("unreachable");
  }
}
