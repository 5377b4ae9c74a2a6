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

/** The white space that the line of an offset begins with. */
export function indentAt({ source }: Script, offset: number): string {
  const start = Math.max(source.lastIndexOf("\n", offset - 1), source.lastIndexOf("\r", offset - 1)) + 1;
  return /^[ \t]*/.exec(source.slice(start, offset))?.[0] ?? "";
}

/** The script's line break. */
export function newlineOf({ source }: Script): string {
  return source.includes("\r\n") ? "\r\n" : "\n";
}
