import { h, hydrate } from "preact";
import Article from "./article.jsx";

hydrate(h(Article), document.getElementById("app"));
