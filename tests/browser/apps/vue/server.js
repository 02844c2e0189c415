import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import Article from "./Article.vue";

export default await renderToString(createSSRApp(Article));
