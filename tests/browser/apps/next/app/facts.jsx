"use client";

import { FactCards } from "fact-cards/react";
import { useState } from "react";

export default function Facts() {
  const [kind, setKind] = useState("everything");
  return (
    <>
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
    </>
  );
}
