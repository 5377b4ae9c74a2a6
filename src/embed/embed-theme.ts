/** Light or dark of an embed: as its address or the page around it says, else as the browser prefers here. */
import * as v from "valibot";
import type { EmbedTheme } from "../share/embed-options";
import { parseOrNull } from "../shared/parse-with";

const Message = v.object({
  type: v.literal("lua-agent-playground.theme"),
  theme: v.picklist(["auto", "light", "dark"]),
});

/** The surrounding page's request, or `null` until there is one. */
let told: EmbedTheme | null = null;
/** The address's option. */
let asked: EmbedTheme = "auto";
let apply = () => {};

/** Sets the theme that the address asks for, which counts until the page around asks for one. */
export function setEmbedTheme(theme: EmbedTheme): void {
  asked = theme;
  apply();
}

/**
 * Keeps `data-theme` on `root` in step with `prefers-color-scheme`: in a frame, Chromium takes the frame's `color-scheme` for that.
 * For other browsers, and pages without `color-scheme`, the page around posts `{ type: "lua-agent-playground.theme", theme: "dark" }`.
 */
export function watchEmbedTheme(root: HTMLElement): void {
  const preferred = matchMedia("(prefers-color-scheme: dark)");
  apply = () => {
    const theme = told ?? asked;
    const dark = theme === "dark" || (theme === "auto" && preferred.matches);
    root.dataset.theme = dark ? "dark" : "light";
  };
  preferred.addEventListener("change", apply);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || parent === window) return;
    const message = parseOrNull(Message, data);
    if (message === null) return;
    told = message.theme;
    apply();
  });
}
