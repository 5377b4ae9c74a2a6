/** Raised for a script that assigns a bridge global, word for word as on the host (`docs/runtime.md`). */
export const BRIDGE_NAMES_MESSAGE = "Lua code may not assign __-prefixed bridge globals.";

const TOKEN =
  /--\[(=*)\[[\s\S]*?(?:\]\1\]|$)|--[^\n]*|\[(=*)\[[\s\S]*?(?:\]\2\]|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|[A-Za-z_]\w*|[{}();]|\r?\n|\s+|[\s\S]/g;
const OPENS = new Set(["function", "do", "if", "repeat", "{", "("]);
const CLOSES = new Set(["end", "until", "}", ")"]);

/**
 * The line (from 1) of the first assignment to a `__` name at the start of a statement, or `null` if there is none. The host
 * searches with one regular expression for a line or statement that begins with such a name and `=`. This does the same, but
 * does not mistake comments, strings, comparisons and table fields (`__index = …` in braces) for assignments.
 */
export function assignsBridgeName(source: string): number | null {
  const open: string[] = [];
  let startsStatement = true;
  let line = 1;
  for (const match of source.matchAll(TOKEN)) {
    const token = match[0];
    const comment = token.startsWith("--");
    const space = /^\s/.test(token);
    if (startsStatement && /^__\w*$/.test(token) && open.at(-1) !== "{" && open.at(-1) !== "(") {
      if (/^\s*=(?!=)/.test(source.slice(match.index + token.length, match.index + token.length + 200)))
        return line;
    }
    if (OPENS.has(token)) open.push(token);
    else if (CLOSES.has(token)) open.pop();
    if (/^\r?\n$/.test(token) || token === ";" || (space && token.includes("\n"))) startsStatement = true;
    else if (!comment && !space) startsStatement = false;
    for (const c of token) if (c === "\n") line++;
  }
  return null;
}
