/** The first frame of the page as HTML: its layout, and the script of a first visit as the editors show it. */
import { colourClass } from "../src/editor/line-element";
import { welcome } from "../src/examples/welcome";
import { catalog } from "../src/integrations";
import { contextOf, NOTHING } from "../src/language/context";
import { colouredNames, type PaintedLine, paintText } from "../src/language/painted-line";
import { semanticTokens } from "../src/language/semantic-tokens";
import { escapeHtml } from "../src/shared/escape-html";

/** Returns it as one element, for the beginning of the body. */
export function firstFrame(): string {
  const { source } = welcome;
  const names = colouredNames(semanticTokens(source, contextOf(catalog, new Map(), NOTHING)));
  const lines = paintText(source, names, Number.POSITIVE_INFINITY).map(lineHtml).join("");
  // No line break that the text does not have: all of it is what a textarea or a pre shows.
  const editor =
    `<div class="script-editor"><pre class="script-colours" aria-hidden="true">${lines}</pre>` +
    `<textarea aria-label="Lua script" spellcheck="false" autocapitalize="off" autocomplete="off">` +
    `\n${escapeHtml(source)}</textarea></div>`;
  const gutter = '<div class="gutter"></div>';
  const pane = (name: string, content = "") =>
    `<div class="split-pane${name === "sidebar" ? " sidebar" : ""}" data-pane="${name}">${content}</div>`;
  const rows = `<div class="split split-vertical">${pane("editor", `<div class="editor-area"><div class="editor-host script-editor-host">${editor}</div></div>`)}${gutter}${pane("console")}</div>`;
  const body =
    `<div id="first-frame" hidden><div class="app" data-layout="wide" data-view="code" data-mode="mock">` +
    `<div class="top-bar"></div><div class="workspace"><div class="split split-horizontal">` +
    `${pane("sidebar")}${gutter}${pane("centre", rows)}${gutter}${pane("side", '<div class="side"><div class="side-head"></div></div>')}` +
    `</div></div><div class="bottom-nav"></div></div></div>`;
  return body;
}

function lineHtml(line: PaintedLine): string {
  const pieces = line.map(([text, colour]) =>
    colour === "" ? escapeHtml(text) : `<span class="${colourClass(colour)}">${escapeHtml(text)}</span>`,
  );
  return `<span class="line">${pieces.join("")}\n</span>`;
}
