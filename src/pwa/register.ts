/** The page's side of the service worker: registered late. A new version is announced, and installed on request. */
import type { NoticesModel } from "../app/notices";
import { messageOf } from "../shared/message-of";
import { TAKE_OVER } from "./messages";
import { watchMissingParts } from "./missing-parts";

/** Milliseconds between two looks for a new version, for pages that stay open for days. */
const LOOK_AGAIN = 60 * 60 * 1000;

/** Whether the page works without a network. */
export type Offline =
  /** Its files are still being fetched, or the page is being developed. */
  | { readonly kind: "not yet" }
  | { readonly kind: "ready" }
  /** `reason`: why not, and what to do. */
  | { readonly kind: "unavailable"; readonly reason: string };

export interface OfflineParts {
  readonly notices: NoticesModel;
  /** `null` if the browser has none: over plain http, in some private windows. */
  readonly container: ServiceWorkerContainer | null;
  /** Address of the built service worker. */
  readonly script: string;
  readonly isolated: boolean;
  reload(): void;
}

/**
 * Registers the service worker. Resolves when every file is kept, or when they cannot be; never rejects. From then on it
 * announces a new version (nothing changes before the person asks), says why parts are missing, and once, that a reload isolates
 * the page.
 */
export async function startOffline(parts: OfflineParts): Promise<Offline> {
  const { container, notices, reload } = parts;
  watchMissingParts(notices, reload);
  if (container === null) {
    return {
      kind: "unavailable",
      reason: "Offline use needs https.",
    };
  }
  const controlled = container.controller !== null;
  let asked = false;
  container.addEventListener("controllerchange", () => {
    if (asked) reload();
    else if (controlled) {
      notices.show({
        tone: "info",
        lasting: true,
        text: "Another tab updated the playground. Reload when you're ready. Your scripts are saved.",
        action: { label: "Reload", run: reload },
      });
    }
  });
  const announce = (waiting: ServiceWorker) =>
    notices.show({
      tone: "info",
      lasting: true,
      text: "A new version is ready. Updating reloads the page. Your scripts are saved.",
      action: {
        label: "Update",
        run() {
          asked = true;
          waiting.postMessage(TAKE_OVER);
        },
      },
    });
  try {
    const registration = await container.register(parts.script);
    if (registration.waiting !== null) announce(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => {
        // The first one of all replaces nothing.
        if (installing.state === "installed" && registration.active !== null) announce(installing);
      });
    });
    setInterval(() => void registration.update().catch(() => {}), LOOK_AGAIN);
    await container.ready;
  } catch (error) {
    return {
      kind: "unavailable",
      reason: `The browser blocked offline use (${messageOf(error)}). It works while you're online.`,
    };
  }
  if (!parts.isolated && !controlled) {
    notices.show({
      tone: "info",
      text: "The playground now works offline. Reload once to enable live mode: this host doesn't send the headers it needs, but the page can add them.",
      action: { label: "Reload", run: reload },
    });
  }
  return { kind: "ready" };
}
