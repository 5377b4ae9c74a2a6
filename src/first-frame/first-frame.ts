/**
 * Gives the first frame of the page its final form before it is painted: the layout for this width, the panes as large as
 * the person made them, the script that was open last. A script of index.html by itself; the page takes the frame over.
 */
import * as LOCAL_KEYS from "../app/local-keys";
import { lineHeight, wrapsLines } from "../editor/editor";
import { lineElement } from "../editor/line-element";
import { holdFiles, holdKeys } from "../ui/early-events";
import { GUTTER, NARROW, PANES, paneStyle, WIDE } from "../ui/pane-sizes";
import { readKeptFrame } from "./kept-frame";

const frame = document.getElementById("first-frame");
if (frame !== null) {
  try {
    show(frame);
  } catch {
    // Storage that is refused or damaged: a first visit's frame.
  }
  frame.hidden = false;
  holdKeys(frame);
  holdFiles();
}

function show(frame: HTMLElement): void {
  const layout = matchMedia(WIDE).matches ? "wide" : matchMedia(NARROW).matches ? "narrow" : "medium";
  const app = pick(frame, ".app");
  app.dataset.layout = layout;
  if (layout === "narrow") for (const gutter of frame.querySelectorAll(".gutter")) gutter.remove();
  else {
    pick(frame, ".bottom-nav").remove();
    if (layout === "medium") for (const name of ["sidebar", "gutter"]) pick(frame, `.${name}`).remove();
    const pane = (name: string) => pick(frame, `[data-pane=${name}]`);
    size([pane("editor"), pane("console")], [PANES.editor, PANES.console], `rows-2`, [
      PANES.editor.size,
      PANES.console.size,
    ]);
    const names =
      layout === "wide" ? (["sidebar", "centre", "side"] as const) : (["centre", "side"] as const);
    size(
      names.map((name) => pane(name)),
      names.map((name) => PANES[name]),
      `columns-${names.length}`,
      names.map((name) => PANES[name][layout]),
    );
  }
  showScript(frame);
}

function settings(): Record<string, unknown> {
  return JSON.parse(localStorage.getItem(LOCAL_KEYS.settings) ?? "{}");
}

/** Makes panes as large as the settings say, or as `usual` says. */
function size(
  panes: readonly HTMLElement[],
  least: readonly { readonly min: number }[],
  name: string,
  usual: readonly number[],
): void {
  const isRow = name.startsWith("columns");
  const kept = Object(settings().panes)[name];
  const sizes = Array.isArray(kept) && kept.length === panes.length ? kept : usual;
  for (const [at, pane] of panes.entries())
    Object.assign(pane.style, paneStyle(Number(sizes[at]), least[at]?.min ?? 0, isRow));
  for (const gutter of frame?.querySelectorAll<HTMLElement>(".gutter") ?? [])
    gutter.style.flexBasis = `${GUTTER}px`;
}

function showScript(frame: HTMLElement): void {
  const { fontSize: set = 14, wordWrap } = Object(settings().editor);
  // As in `editorLook`.
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const fontSize = Math.round((Number(set) * root) / 16);
  const editor = pick(frame, ".script-editor");
  const area = pick(frame, "textarea");
  const pre = pick(frame, "pre");
  if (!(area instanceof HTMLTextAreaElement)) return;
  editor.style.setProperty("--code-size", `${fontSize}px`);
  editor.style.setProperty("--code-height", `${lineHeight(fontSize)}px`);
  editor.classList.toggle("is-wrapped", wrapsLines(wordWrap) === true);
  // Typed into before the page's own script is there: shown without colours until then.
  area.addEventListener("input", () => editor.classList.add("is-raw"));
  // A link brings another script.
  const kept = location.hash === "" ? readKeptFrame(localStorage) : { text: "", lines: [] };
  if (kept === null) return;
  area.defaultValue = kept.text;
  area.setSelectionRange(0, 0);
  pre.replaceChildren(...kept.lines.map(lineElement));
  editor.style.setProperty("--digits", `${`${kept.text.split("\n").length}`.length}`);
}

function pick(within: HTMLElement, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The first frame has no ${selector}.`);
  return found;
}
