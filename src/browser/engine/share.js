// What a reader shares or exports, handed to the browser.

// The picture of a card, which its page names.
const pictureOn = async (page) => {
  const picture = (await textOf(page)).split('"share-picture" href="')[1].split('"')[0];
  return (await got(new URL(picture, page))).blob();
};

// A reader shares or exports something: a link to be shared or copied, a text to be copied, a picture or a file to be saved. Notifies
// how that was done, by the numbers below, or that it was not; of nothing where the reader has thought better of it.
const [BY_HAND, COPIED, SAVED, ELSEWHERE] = [0, 1, 2, 3];
const share = async (kind, name, text, done) => {
  try {
    if (kind == "text/uri-list" && navigator.share) {
      try {
        await navigator.share({ title: name, url: text });
        return done(ELSEWHERE);
      } catch (error) {
        if (error.name == "AbortError") return;
        // In a frame that may not share, it may still be copied.
      }
    }
    if (kind.startsWith("text/uri") || kind == "text/plain") {
      await navigator.clipboard.writeText(text);
      done(COPIED);
    } else {
      const content = kind == "image/png" ? await pictureOn(text) : text;
      const file = URL.createObjectURL(new Blob([content], { type: kind }));
      Object.assign(create("a"), { href: file, download: name }).click();
      // The browser has begun to save it by the next task.
      setTimeout(() => URL.revokeObjectURL(file));
      done(SAVED);
    }
  } catch {
    done(BY_HAND);
  }
};
