import Facts from "./facts";

export default function Page() {
  return (
    <main>
      <h1>An article</h1>
      <Facts />
    </main>
  );
}
