import { render } from "preact";
import { createPlayground } from "./app/create-playground";
import { App } from "./ui/app";

/** Opens the page in `#root`. Apart from `start.ts`, so that the embed can share this file's parts without opening it. */
export async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no #root.");
  const editorHost = document.createElement("div");
  render(<App playground={await createPlayground()} editorHost={editorHost} />, root);
}
