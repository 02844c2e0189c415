import { render } from "svelte/server";
import Article from "./Article.svelte";

export default render(Article).body;
