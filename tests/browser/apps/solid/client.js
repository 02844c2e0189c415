import { createComponent } from "solid-js";
import { hydrate } from "solid-js/web";
import Article from "./article.jsx";

hydrate(() => createComponent(Article, {}), document.getElementById("app"));
