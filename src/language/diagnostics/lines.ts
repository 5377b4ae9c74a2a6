import type { Script } from "../parse/ast";

/** 1-based line of an offset; a line end is `\n`, `\r\n` or `\r`. */
export function lineOf({ source }: Script, offset: number): number {
  let line = 1;
  for (const newline of source.matchAll(/\r\n|\n|\r/g)) {
    if (newline.index >= offset) break;
    line++;
  }
  return line;
}

/** Where the line of an offset begins. */
function lineStart({ source }: Script, offset: number): number {
  let at = offset;
  while (at > 0 && source[at - 1] !== "\n" && source[at - 1] !== "\r") at--;
  return at;
}

/** True when only white space stands in front of an offset in its line. */
export function startsLine(script: Script, offset: number): boolean {
  return script.source.slice(lineStart(script, offset), offset).trim() === "";
}

/** The white space that the line of an offset begins with. */
export function indentAt(script: Script, offset: number): string {
  const { source } = script;
  const start = lineStart(script, offset);
  return /^[ \t]*/.exec(source.slice(start, offset))?.[0] ?? "";
}

/** The script's line break. */
export function newlineOf({ source }: Script): string {
  return source.includes("\r\n") ? "\r\n" : "\n";
}
