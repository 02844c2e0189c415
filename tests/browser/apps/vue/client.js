import { createApp, createSSRApp } from "vue";
import Article from "./Article.vue";

// What is served in development no server has rendered.
const create = document.getElementById("app").firstElementChild ? createSSRApp : createApp;
create(Article).mount("#app");
