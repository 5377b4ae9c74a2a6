import { render } from "preact";
import { createPlayground } from "./app/create-playground";
import { App } from "./ui/app";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root.");
const editorHost = document.createElement("div");
render(<App playground={await createPlayground()} editorHost={editorHost} />, root);
