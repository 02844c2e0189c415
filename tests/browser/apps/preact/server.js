import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import Article from "./article.jsx";

export default renderToString(h(Article));
