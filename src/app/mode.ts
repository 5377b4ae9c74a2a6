import { signal } from "@preact/signals";
import type { Mode, ModeModel } from "./playground";

const NOT_ISOLATED =
  "Live needs a cross-origin isolated page, which this host does not make: it must send the headers " +
  "Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp. Mock works in full.";

/** Mock at every page load, whatever was on before. */
export function createMode(): ModeModel {
  const mode = signal<Mode>("mock");
  const liveBlocked = signal(crossOriginIsolated ? null : NOT_ISOLATED);
  return {
    mode,
    liveBlocked,
    set(next) {
      if (next === "mock" || liveBlocked.peek() === null) mode.value = next;
    },
  };
}
