/** What scripts can use apart from `app` (`docs/runtime.md`), and the parts of Lua that they cannot. */
import listing from "./standard-library.txt?raw";

/** A function or value that the sandbox offers. */
export interface StandardEntry {
  /** `print`, `string.rep`, `math.pi`. */
  readonly name: string;
  /** `(s, n [, sep])`, or `null` for a value that is not a function. */
  readonly parameters: string | null;
  /** The return type as shown on hover: `string`, `number | nil`, or empty for nothing. */
  readonly returns: string;
  /** One sentence of Markdown. */
  readonly summary: string;
}

/** Two lines an entry: `name(parameters): returns`, and the summary. */
const ENTRY = /^([\w.]+)(\(.*\))?(?:: (.*))?\n +(.*)$/gm;

const ALL: readonly StandardEntry[] = Array.from(
  listing.matchAll(ENTRY),
  ([, name = "", parameters = null, returns = "", summary = ""]) => ({ name, parameters, returns, summary }),
);
const BY_NAME: ReadonlyMap<string, StandardEntry> = new Map(ALL.map((entry) => [entry.name, entry]));

/** Library names and what each is for. */
export const LIBRARIES: ReadonlyMap<string, string> = new Map([
  ["coroutine", "Functions that can pause."],
  ["debug", "Only `debug.traceback`."],
  ["docs", "The docs, from a script."],
  ["json", "Convert between JSON and values."],
  ["math", "Numbers."],
  ["os", "Time and date."],
  ["regex", "Perl-style regular expressions."],
  ["string", "Strings. Also as methods: `s:upper()`."],
  ["table", "Lists."],
  ["utf8", "Unicode characters in strings."],
]);

const REASON_FILES = "scripts have no file access";
const REASON_MODULES = "scripts are one file, without modules";
const REASON_OS = "only `os.time`, `os.date`, `os.clock` and `os.difftime` are available";

/** Names of standard Lua that do not exist in the sandbox, with the reason. */
export const REMOVED: ReadonlyMap<string, string> = new Map([
  ["io", `${REASON_FILES}; \`print\` writes to the console`],
  ["dofile", REASON_FILES],
  ["loadfile", REASON_FILES],
  ["require", REASON_MODULES],
  ["package", REASON_MODULES],
  ["string.dump", "binary chunks can't be loaded"],
  ...["execute", "exit", "getenv", "remove", "rename", "setlocale", "tmpname"].map(
    (name): [string, string] => [`os.${name}`, REASON_OS],
  ),
]);

/** The entry of a full name, e.g. `string.rep`; `undefined` if the sandbox has none. */
export function standardEntry(name: string): StandardEntry | undefined {
  return BY_NAME.get(name);
}

/** Entries that are globals. */
export function standardGlobals(): readonly StandardEntry[] {
  return ALL.filter((entry) => !entry.name.includes("."));
}

/** Entries of a library. */
export function libraryEntries(library: string): readonly StandardEntry[] {
  return ALL.filter((entry) => entry.name.startsWith(`${library}.`));
}
