// What comes from an address: stories, and what else is of use only now and then.

// What is at an address. What a server answers in place of what is not there is no picture and no story.
const got = async (address, options) => {
  const response = await fetch(address, options);
  if (!response.ok) throw Error(`${address}: ${response.status}`);
  return response;
};
const textOf = async (address) => (await got(address)).text();

// The bytes of stories by their addresses. What could not be fetched may be there the next time; what is too large is not
// fetched twice.
const stories = new Map();
const LATE = 60000;
const bytesOf = (address) => {
  if (!stories.has(address)) {
    stories.set(address, fetched(address));
    stories.get(address).catch((error) => error instanceof RangeError || stories.delete(address));
  }
  return stories.get(address);
};
const fetched = async (address) => {
  const response = await got(address, { signal: AbortSignal.timeout(LATE) });
  const tooLarge = () => RangeError(`${address} has more than ${MOST} bytes: that is no story`);
  // What a page has put around `fetch` may have no streams.
  if (!response.body?.getReader) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > MOST) throw tooLarge();
    return bytes;
  }
  const parts = [];
  let size = 0;
  // What has no end is not waited for.
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > MOST) {
      reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
};

// The address of an element's story; nothing for the one that stands in the program.
const addressOf = ({ src }) => src && new Request(src).url;

// The story of an element with its address, once it is there. What could not be fetched is tried again when the reader does
// something more.
const storyOf = async (element, fail) => {
  for (;;) {
    const address = addressOf(element);
    try {
      const bytes = address ? await bytesOf(address) : undefined;
      if (address == addressOf(element)) return { address, bytes };
    } catch (error) {
      fail(error);
      await new Promise((again) => ACTIVATIONS.forEach((type) => element.addEventListener(type, again, { once: true })));
    }
  }
};
const ACTIVATIONS = ["click", "focusin"];
