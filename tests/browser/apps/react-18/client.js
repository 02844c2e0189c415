import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import Article from "./article.jsx";

hydrateRoot(document.getElementById("app"), createElement(Article), { onRecoverableError: console.error });
