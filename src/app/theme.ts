/** Applies the chosen theme. A script in index.html does the same before the first paint. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { afterPaint } from "../shared/after-paint";

export type Theme = "system" | "light" | "dark";

/**
 * Keeps `data-theme` on `root` in step with the setting and the system. Returns whether it is dark. A change is applied one
 * frame later: restyling the whole page takes longer than the pressed button may wait.
 */
export function watchTheme(theme: ReadonlySignal<Theme>, root: HTMLElement): ReadonlySignal<boolean> {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const systemDark = signal(system.matches);
  system.addEventListener("change", () => {
    systemDark.value = system.matches;
  });
  const wanted = computed(() => theme.value === "dark" || (theme.value === "system" && systemDark.value));
  const dark = signal(wanted.peek());
  effect(() => {
    if (wanted.value !== dark.peek())
      afterPaint(() => {
        dark.value = wanted.peek();
      });
  });
  effect(() => {
    root.dataset.theme = dark.value ? "dark" : "light";
  });
  return dark;
}
