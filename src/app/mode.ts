import { signal } from "@preact/signals";
import { readable } from "./readable";

export type Mode = "mock" | "live";

export type ModeModel = ReturnType<typeof createMode>;

const NOT_ISOLATED =
  "Live mode needs a cross-origin isolated page. This host must send the headers " +
  "Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp. Mock mode works without them.";

const NOT_YET =
  "Live mode needs a cross-origin isolated page, and this host doesn't send the headers. The page can add them itself. " +
  "Reload in a moment to let it. Mock mode works without them.";

/** Why the page is not isolated, as far as it can tell: its service worker may not control it yet. */
function whyNotIsolated(): string {
  const workers = import.meta.env.PROD ? navigator.serviceWorker : undefined;
  return workers === undefined || workers.controller !== null ? NOT_ISOLATED : NOT_YET;
}

/** Always starts in mock on page load, whatever was on before. */
export function createMode() {
  const mode = signal<Mode>("mock");
  const liveBlocked = signal(crossOriginIsolated ? null : whyNotIsolated());
  return {
    mode: readable(mode),
    /** Why live cannot be switched on here, and what to do; `null` if it can. */
    liveBlocked: readable(liveBlocked),
    set(next: Mode) {
      if (next === "mock" || liveBlocked.peek() === null) mode.value = next;
    },
  };
}
