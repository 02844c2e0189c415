import { createElement } from "react";
import { renderToString } from "react-dom/server.browser";
import Article from "./article.jsx";

export default renderToString(createElement(Article));
