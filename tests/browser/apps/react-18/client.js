import { createElement } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import Article from "./article.jsx";

const app = document.getElementById("app");
const article = createElement(Article);
// What is served in development no server has rendered.
if (app.firstElementChild) hydrateRoot(app, article, { onRecoverableError: console.error });
else createRoot(app).render(article);
