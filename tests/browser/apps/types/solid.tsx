/** @jsxImportSource solid-js */
import type {} from "fact-cards/solid";
import type { FactCardsElement } from "fact-cards";

export function Article() {
  let cards!: FactCardsElement;
  return (
    <fact-cards
      ref={cards}
      class="wide"
      src="/story.bin"
      heading-level="3"
      prop:syncUrl={false}
      kind="operation"
      on:fact-cards-change={(event) => event.detail.kind?.trim()}
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
export const wrongDetail = <fact-cards on:fact-cards-error={(event) => event.detail.q} />;
