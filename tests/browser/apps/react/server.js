import { createElement } from "react";
import { renderToString } from "react-dom/server";
import Article from "./article.jsx";

export default renderToString(createElement(Article));
