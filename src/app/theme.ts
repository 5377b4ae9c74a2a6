/** Shows the chosen theme. A script in index.html does the same before the first paint. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";

export type Theme = "system" | "light" | "dark";

/** Keeps `data-theme` on `root` in step with the setting and the system. Returns whether it is dark. */
export function watchTheme(theme: ReadonlySignal<Theme>, root: HTMLElement): ReadonlySignal<boolean> {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const systemDark = signal(system.matches);
  system.addEventListener("change", () => {
    systemDark.value = system.matches;
  });
  const dark = computed(() => theme.value === "dark" || (theme.value === "system" && systemDark.value));
  effect(() => {
    root.dataset.theme = dark.value ? "dark" : "light";
  });
  return dark;
}
