import type { Script } from "./parse/ast";
import { parse } from "./parse/parser";

let last: Script | null = null;

/** The tree of a source. The last one is kept: completion, hover and marks ask about the same text in turn. */
export function scriptOf(source: string): Script {
  if (last === null || last.source !== source) last = parse(source);
  return last;
}
