/** Puts the chosen theme on the page. The inline script of index.html does the same before the first paint. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";

export type Theme = "system" | "light" | "dark";

/** Read by the inline script of index.html. */
const THEME_KEY = "theme";

/** Keeps `data-theme` on `root` and the stored choice in step with the setting and the system; gives whether it is dark. */
export function watchTheme(theme: ReadonlySignal<Theme>, root: HTMLElement): ReadonlySignal<boolean> {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const systemDark = signal(system.matches);
  system.addEventListener("change", () => {
    systemDark.value = system.matches;
  });
  const dark = computed(() => theme.value === "dark" || (theme.value === "system" && systemDark.value));
  effect(() => {
    root.dataset.theme = dark.value ? "dark" : "light";
    try {
      localStorage.setItem(THEME_KEY, theme.value);
    } catch {
      // Storage refused: the next visit begins in the system's theme.
    }
  });
  return dark;
}
