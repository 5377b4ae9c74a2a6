/** Everything a script finds besides `app`, by name, and what it will look for in vain. */
import { BASIC } from "./basic";
import { DATA } from "./data";
import type { StandardEntry } from "./entry";
import { HELPERS } from "./helpers";

export type { StandardEntry } from "./entry";

const ALL: readonly StandardEntry[] = [...BASIC, ...DATA, ...HELPERS];
const BY_NAME: ReadonlyMap<string, StandardEntry> = new Map(ALL.map((entry) => [entry.name, entry]));

/** Library names and what each is for. */
export const LIBRARIES: ReadonlyMap<string, string> = new Map([
  ["coroutine", "Functions that can pause."],
  ["debug", "Only `debug.traceback`."],
  ["docs", "The reference, from inside a script."],
  ["json", "JSON text to values and back."],
  ["math", "Numbers."],
  ["os", "Time and date."],
  ["regex", "Perl-style regular expressions."],
  ["string", "Text; also as methods: `s:upper()`."],
  ["table", "Lists."],
  ["utf8", "Text as Unicode characters."],
]);

const REASON_FILES = "scripts run in a box without files";
const REASON_MODULES = "a script is one file, without modules";
const REASON_OS = "only `os.time`, `os.date`, `os.clock` and `os.difftime` exist here";

/** Names of standard Lua that the sandbox leaves out, with the reason. */
export const REMOVED: ReadonlyMap<string, string> = new Map([
  ["io", `${REASON_FILES}; \`print\` writes to the console`],
  ["dofile", REASON_FILES],
  ["loadfile", REASON_FILES],
  ["require", REASON_MODULES],
  ["package", REASON_MODULES],
  ["string.dump", "binary chunks cannot be loaded here"],
  ...["execute", "exit", "getenv", "remove", "rename", "setlocale", "tmpname"].map(
    (name): [string, string] => [`os.${name}`, REASON_OS],
  ),
]);

/** The entry of a full name, e.g. `string.rep`; undefined when the sandbox has none. */
export function standardEntry(name: string): StandardEntry | undefined {
  return BY_NAME.get(name);
}

/** Entries that are globals themselves. */
export function standardGlobals(): readonly StandardEntry[] {
  return ALL.filter((entry) => !entry.name.includes("."));
}

/** Entries of a library. */
export function libraryEntries(library: string): readonly StandardEntry[] {
  return ALL.filter((entry) => entry.name.startsWith(`${library}.`));
}
