import { hydrate, mount } from "svelte";
import Article from "./Article.svelte";

const target = document.getElementById("app");
// What is served in development no server has rendered.
const show = target.firstElementChild ? hydrate : mount;
show(Article, { target });
