import "fact-cards";
import { createSignal } from "solid-js";

export default function Article() {
  const [kind, setKind] = createSignal("everything");
  return (
    <main>
      <h1>An article</h1>
      <p id="told">{kind()}</p>
      <fact-cards
        src="{site}/lighthouse/story.bin"
        lang="en"
        heading-level={3}
        prop:syncUrl={false}
        on:fact-cards-change={({ detail }) => setKind(detail.kind)}
      >
        <a href="{site}/lighthouse/">The facts</a>
      </fact-cards>
    </main>
  );
}
