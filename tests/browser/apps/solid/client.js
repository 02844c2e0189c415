import { createComponent } from "solid-js";
import { hydrate, render } from "solid-js/web";
import Article from "./article.jsx";

const app = document.getElementById("app");
// What is served in development no server has rendered.
const show = app.firstElementChild ? hydrate : render;
show(() => createComponent(Article, {}), app);
