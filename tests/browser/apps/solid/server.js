import { createComponent } from "solid-js";
import { generateHydrationScript, renderToString } from "solid-js/web";
import Article from "./article.jsx";

export default generateHydrationScript() + renderToString(() => createComponent(Article, {}));
