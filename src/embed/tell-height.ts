/**
 * Tells the page around this one how tall `root` is, now and whenever it changes. Browsers that know `frame-sizing` size the
 * frame by themselves (CSS Sizing 4, "Responsive iframes"). For the others, the height in CSS pixels is posted.
 * Does nothing if this page is not embedded.
 */
export function tellHeight(root: HTMLElement): void {
  if (parent === window) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    try {
      if (isSizing(window)) window.requestResize();
    } catch {
      // In an `<object>` or the like, which cannot be sized.
    }
    // "*": any site may embed this, and a height is no secret.
    parent.postMessage({ type: "lua-agent-playground.height", height }, "*");
  }).observe(root);
}

interface Sizing {
  requestResize(): void;
}

function isSizing(page: object): page is Sizing {
  return "requestResize" in page && typeof page.requestResize === "function";
}
