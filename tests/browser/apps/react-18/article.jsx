import "fact-cards";
import { useEffect, useRef, useState } from "react";

export default function Article() {
  const cards = useRef(null);
  const [kind, setKind] = useState("everything");
  useEffect(() => {
    const told = ({ detail }) => setKind(detail.kind);
    const element = cards.current;
    element.addEventListener("fact-cards-change", told);
    return () => element.removeEventListener("fact-cards-change", told);
  }, []);
  return (
    <main>
      <h1>An article</h1>
      <p id="told">{kind}</p>
      <fact-cards ref={cards} src="{site}/lighthouse/story.bin" lang="en" headingLevel={3} syncUrl={false}>
        <a href="{site}/lighthouse/">The facts</a>
      </fact-cards>
    </main>
  );
}
