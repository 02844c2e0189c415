import { FactCards } from "fact-cards/react";
import type { FactCardsElement } from "fact-cards";
import { useRef } from "react";

export function Article() {
  const cards = useRef<FactCardsElement>(null);
  return (
    <fact-cards
      ref={cards}
      key="facts"
      className="wide"
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

export function Component() {
  const cards = useRef<FactCardsElement>(null);
  return (
    <FactCards ref={cards} className="wide" src="/story.bin" headingLevel={3} onChange={({ detail }) => detail.kind?.trim()}>
      <a href="/">The facts</a>
    </FactCards>
  );
}

// @ts-expect-error
export const wrongComponent = <FactCards kind="bridge" />;
// @ts-expect-error
export const wrongListener = <FactCards onError={(event) => event.detail.q} />;
