import { render } from "preact";
import { createPlayground } from "./app/create-playground";
import type { Playground } from "./app/playground";
import { whenIdle } from "./shared/idle";
import { App } from "./ui/app";
import { TAKEN_OVER } from "./ui/early-events";

/** Opens the page in `#root`. Separate from `start.ts`, so the embed can share this file's parts without opening the page. */
export async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no #root.");
  const playground = await createPlayground();
  const frame = document.getElementById("first-frame");
  const editorHost = frame?.querySelector<HTMLElement>(".editor-host") ?? document.createElement("div");
  const { activeElement } = document;
  render(<App playground={playground} editorHost={editorHost} />, root);
  frame?.remove();
  // Moving the editor out of the first frame took the focus away.
  if (activeElement instanceof HTMLElement && editorHost.contains(activeElement)) activeElement.focus();
  frame?.dispatchEvent(new Event(TAKEN_OVER));
  if (import.meta.env.PROD) keepForOffline(playground);
}

/** Behind everything that a first visit is waiting for. */
function keepForOffline({ notices, offline }: Playground): void {
  const begin = async () => {
    const { startOffline } = await import("./pwa/register");
    offline.value = await startOffline({
      notices,
      container: navigator.serviceWorker ?? null,
      script: new URL("service-worker.js", document.baseURI).href,
      isolated: crossOriginIsolated,
      reload: () => location.reload(),
    });
  };
  whenIdle(() => {
    begin().catch((error: unknown) => {
      offline.value = { kind: "unavailable", reason: `Its files could not be loaded (${String(error)}).` };
    });
  }, 10_000);
}
