import { render } from "preact";
import { Embed } from "./embed";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root.");
render(<Embed />, root);
tellHeight(root);

/**
 * Posts the height of `root` in CSS pixels to the page that embeds this one, now and whenever it changes, so that it can size
 * the frame. Does nothing if this page is not embedded.
 */
function tellHeight(root: HTMLElement): void {
  if (parent === window) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // "*": any site may embed this, and a height is no secret.
    parent.postMessage({ type: "lua-agent-playground.height", height }, "*");
  }).observe(root);
}
