import "fact-cards";
import { useState } from "preact/hooks";

export default function Article() {
  const [kind, setKind] = useState("everything");
  return (
    <main>
      <h1>An article</h1>
      <p id="told">{kind}</p>
      <fact-cards
        src="{site}/lighthouse/story.bin"
        lang="en"
        headingLevel={3}
        syncUrl={false}
        onfact-cards-change={({ detail }) => setKind(detail.kind)}
      >
        <a href="{site}/lighthouse/">The facts</a>
      </fact-cards>
    </main>
  );
}
