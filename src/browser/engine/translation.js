// What a browser that translates the page has put in the place of texts.

// A browser that translates the page puts a <font> in the place of each text. The program would write into texts that nobody sees,
// and what it takes away would stay. So its texts are back in their places while it works; what it has left alone shows as before.
const translations = new Map();
const noteTranslations = (records) => {
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    const text = [...removedNodes].find((node) => node.nodeType == Node.TEXT_NODE);
    const font = text && [...addedNodes, previousSibling, nextSibling].find((node) => node?.localName == "font");
    if (font && !translations.has(font)) translations.set(font, text);
  }
};
const translator = new MutationObserver(noteTranslations);
let depth = 0;
const untranslated = (work) => {
  if (depth) return work();
  noteTranslations(translator.takeRecords());
  const texts = new Map();
  for (const [font, text] of translations) {
    if (font.isConnected) {
      texts.set(text, text.data);
      font.replaceWith(text);
    } else translations.delete(font);
  }
  depth += 1;
  try {
    return work();
  } finally {
    depth -= 1;
    for (const [font, text] of translations) {
      if (text.isConnected && text.data == texts.get(text)) text.replaceWith(font);
      else translations.delete(font);
    }
    translator.takeRecords();
  }
};
