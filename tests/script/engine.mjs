// Stands in for the program: keeps what it is asked for, and does as it does in a page. A test makes it fail.

export class Engine {
  // What it was asked to hydrate, and which attributes changed.
  attached = [];
  changed = [];
  started = 0;

  init() {}

  start(stop, share) {
    this.started += 1;
    Object.assign(this, { stop, share });
  }

  attach(element, mount, language, led, shape, story, site) {
    this.attached.push({ element, mount, language, led, shape, story, site });
    // It tells of itself once it has hydrated.
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

  // It stops, as Rust does: it says why, and what called it is told that no end was reached.
  panic = () => {
    this.stop("panicked at a test");
    this.trap();
  };

  // It ends without a word, as where there is no memory left.
  trap() {
    throw new Error("unreachable");
  }
}
