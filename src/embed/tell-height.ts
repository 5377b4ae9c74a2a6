/** What the embed tells the page around it, for the page to size its frame by. */
export interface HeightMessage {
  readonly type: "lua-agent-playground.height";
  /** CSS pixels that the embed needs. */
  readonly height: number;
}

/** Posts the height of `root` to the page around this one, now and whenever it changes; does nothing where there is none. */
export function tellHeight(root: HTMLElement): void {
  if (parent === window) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // "*": any site may embed this, and a height is no secret.
    parent.postMessage({ type: "lua-agent-playground.height", height } satisfies HeightMessage, "*");
  }).observe(root);
}
