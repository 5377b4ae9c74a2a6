/**
 * Has the browser load what the first Run needs, once the first frame is painted: until then the script has the line to itself.
 * The links are in the page's HTML (`tools/vite/run-preload-plugin.ts`).
 */
export function loadRunFilesAfterPaint(): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-rel]"))
        link.rel = link.dataset.rel ?? "";
    }),
  );
}
