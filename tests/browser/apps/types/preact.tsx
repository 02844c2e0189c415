/** @jsxImportSource preact */
import type {} from "fact-cards/preact";
import type { FactCardsElement } from "fact-cards";
import { useRef } from "preact/hooks";

export function Article() {
  const cards = useRef<FactCardsElement>(null);
  return (
    <fact-cards
      ref={cards}
      key="facts"
      class="wide"
      src="/story.bin"
      headingLevel={3}
      heading-level="3"
      syncUrl
      kind="operation"
      onfact-cards-change={(event) => event.detail.kind?.trim()}
    >
      <a href="/">The facts</a>
    </fact-cards>
  );
}

// @ts-expect-error
export const wrongKind = <fact-cards kind="bridge" />;
// @ts-expect-error
export const wrongName = <fact-cards sorted="name" />;
// @ts-expect-error
export const wrongDetail = <fact-cards onfact-cards-error={(event) => event.detail.q} />;
