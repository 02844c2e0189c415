// Keeps a page the newest one while its site is served live. The version of the page is in the address of this script.
import { putBack, renew } from "./kept.js";
import { show } from "./panel.js";

const version = new URL(import.meta.url).search.slice(1);
const events = new URL("events", import.meta.url);

// How long to wait before asking once more for a server that does not answer, in milliseconds.
const AGAIN = 500;
// After how many times without an answer the reader is told.
const SILENT = 3;

const LOST = {
  title: "Nobody serves this page any more",
  note: "It is as it was. As soon as the story is served again, the newest version shows by itself.",
  list: [],
};

// A frame in a page of ours comes anew with that page, which also tells of mistakes.
const isInOurs = () => {
  try {
    return parent != window && parent.location.origin == location.origin;
  } catch {
    return false;
  }
};

let source;
let unanswered = 0;

// A browser has few connections to one server, so only a page that is looked at holds one.
const listen = () => {
  source?.close();
  source = null;
  if (document.hidden) return;
  source = new EventSource(events);
  source.onmessage = ({ data }) => {
    unanswered = 0;
    const newest = JSON.parse(data);
    if (newest.version == version) return show(newest.mistakes);
    source.close();
    renew();
  };
  source.onerror = () => {
    // Not every browser asks again by itself.
    source.close();
    unanswered += 1;
    if (unanswered == SILENT) show(LOST);
    setTimeout(() => source?.readyState == EventSource.CLOSED && listen(), AGAIN);
  };
};

putBack();
if (!isInOurs()) {
  document.addEventListener("visibilitychange", listen);
  // A page that the browser had put aside and shows again.
  addEventListener("pageshow", (event) => event.persisted && listen());
  addEventListener("pagehide", () => {
    source?.close();
    source = null;
  });
  listen();
}
