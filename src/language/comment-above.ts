import { lineOf, startsLine } from "./lines";
import type { ParsedScript } from "./parse/ast";

/**
 * Returns the comment directly above the line at an offset as Markdown, or `""` if that line has none. Skips rulers (`-----`)
 * and `#region` markers.
 */
export function commentAbove(script: ParsedScript, offset: number): string {
  const lines: string[] = [];
  let wanted = lineOf(script, offset) - 1;
  for (let at = script.tokens.findLastIndex(({ end }) => end <= offset); at >= 0; at--) {
    const { kind, start, end, text } = script.tokens[at] ?? { kind: "unknown", start: 0, end: 0, text: "" };
    const line = lineOf(script, end);
    if (line > wanted) continue;
    if (kind === "space") continue;
    // A comment after code is about that code.
    if (kind !== "comment" || line < wanted || !startsLine(script, start)) break;
    lines.unshift(...bare(text));
    wanted = lineOf(script, start) - 1;
  }
  return lines.join("\n").trim();
}

function bare(comment: string): string[] {
  const long = /^--\[(=*)\[([\s\S]*?)(?:\]\1\]|$)/.exec(comment);
  const lines = long === null ? [comment.replace(/^-+ ?/, "")] : (long[2] ?? "").split(/\r\n|\n|\r/);
  return lines
    .filter((line) => !/^\s*(?:#?(?:end)?region\b.*|[-=*#]{3,})\s*$/.test(line))
    .map((line) => line.trim());
}
