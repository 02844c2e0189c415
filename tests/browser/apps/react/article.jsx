import { FactCards } from "fact-cards/react";
import { useState } from "react";

export default function Article() {
  const [kind, setKind] = useState("everything");
  return (
    <main>
      <h1>An article</h1>
      <p id="told">{kind}</p>
      <FactCards
        src="{site}/lighthouse/story.bin"
        lang="en"
        headingLevel={3}
        syncUrl={false}
        onChange={({ detail }) => setKind(detail.kind)}
      >
        <a href="{site}/lighthouse/">The facts</a>
      </FactCards>
    </main>
  );
}
