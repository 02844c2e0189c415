"use client";

import "fact-cards";
import { useState } from "react";

export default function Facts() {
  const [kind, setKind] = useState("everything");
  return (
    <>
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
    </>
  );
}
