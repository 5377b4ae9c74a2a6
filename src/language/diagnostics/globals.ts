/** Globals that do not exist, that the sandbox leaves out, and that a script makes by the way. */
import { LUA_KEYWORDS } from "../../shared/lua-keywords";
import { nearest } from "../../shared/nearest";
import { visibleBindings } from "../caret";
import type { Inference } from "../infer/value";
import type { ParsedScript } from "../parse/ast";
import { nodes } from "../parse/walk";
import { LIBRARIES, REMOVED, standardEntry, standardGlobals } from "../standard-library";
import { breaksOf } from "./breaks";
import { type Diagnostic, didYouMean, type Fix, mark, type Rule, rename, replacing } from "./diagnostic";
import { foreignName } from "./foreign-names";

const REMOVED_GLOBAL: Rule = { code: "removed-global", severity: "warning", page: "language" };
const UNDEFINED_GLOBAL: Rule = { code: "undefined-global", severity: "warning", page: "language" };
const GLOBAL_ASSIGNMENT: Rule = { code: "global-assignment", severity: "hint", page: "language" };

/** A script that reaches for its globals by other means can have any. */
const OTHER_MEANS: ReadonlySet<string> = new Set(["_G", "_ENV", "load"]);

/** Marks for globals. */
export function checkGlobals(inference: Inference): Diagnostic[] {
  const { script } = inference;
  return [...checkReads(script), ...checkWrites(script)];
}

function isOpen(script: ParsedScript): boolean {
  const ownEnvironment = script.bindings.some((binding) => binding.text === "_ENV");
  return ownEnvironment || script.globals.some((global) => OTHER_MEANS.has(global.text));
}

function checkReads(script: ParsedScript): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { written } = script;
  const open = isOpen(script);
  const { behind, brokenOff, misread } = breaksOf(script);
  const known = [
    ...[...standardGlobals().map((entry) => entry.name), ...LIBRARIES.keys(), ...written],
    ...["app", "nil", "true", "false"],
  ];
  // A name right before a syntax error is still being typed, or meant to name something: `{ to`, `catch e`.
  const unfinished = new Set(script.globals.filter(brokenOff).map(({ text }) => text));
  for (const { text, start, end } of script.globals) {
    if (text === "" || written.has(text) || text === "app" || text === "_ENV") continue;
    if (standardEntry(text) !== undefined || LIBRARIES.has(text)) continue;
    const range = { start, end };
    const reason = REMOVED.get(text);
    if (reason !== undefined) {
      found.push(mark(REMOVED_GLOBAL, range, `\`${text}\` does not exist here: ${reason}.`));
      continue;
    }
    if (open || unfinished.has(text) || behind(start) || misread.has(start)) continue;
    const foreign = foreignName(script, range, text);
    if (foreign !== null) {
      found.push(mark(UNDEFINED_GLOBAL, foreign.at, foreign.words, { fixes: foreign.fixes }));
      continue;
    }
    const locals = visibleBindings(script, start).map((binding) => binding.text);
    const candidate = FOREIGN.get(text) ?? nearest(text, [...locals, ...known]);
    const meant = candidate !== null && LUA_KEYWORDS.has(candidate) && isUsed(script, end) ? null : candidate;
    const message = `Nothing is called \`${text}\` here.${didYouMean(meant)}`;
    const fixes = meant === null ? [] : [rename(range, meant)];
    found.push(mark(UNDEFINED_GLOBAL, range, message, { fixes }));
  }
  return found;
}

/** Called, indexed or set: what `nil` and `true` cannot be. */
function isUsed({ source }: ParsedScript, end: number): boolean {
  return /^\s*(?:[({[.:"',]|=(?!=))/.test(source.slice(end, end + 200));
}

/** Other languages' words. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ...["null", "NULL", "Null", "None", "undefined"].map((word) => [word, "nil"] as const),
  ...["True", "TRUE"].map((word) => [word, "true"] as const),
  ...["False", "FALSE"].map((word) => [word, "false"] as const),
  ["this", "self"],
]);

function checkWrites(script: ParsedScript): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (isOpen(script)) return found;
  const seen = new Set<string>();
  const { behind } = breaksOf(script);
  for (const statement of nodes(script).statements) {
    if (statement.kind !== "assign") continue;
    for (const target of statement.targets) {
      if (target.kind !== "name" || target.binding !== null || target.text === "") continue;
      if (behind(target.start) || script.errors.some((error) => error.start === target.start)) continue;
      const { text } = target;
      if (seen.has(text) || text.startsWith("__") || standardEntry(text) !== undefined) continue;
      seen.add(text);
      const meant = misspelt(script, text, target.start);
      const fixes: Fix[] = [];
      if (meant !== null) fixes.push(rename(target, meant));
      if (statement.targets.length === 1 && canBeLocal(script, text, statement.start))
        fixes.push(
          replacing(`Make ${text} local`, { start: statement.start, end: statement.start }, "local "),
        );
      const message = `\`${text}\` is not declared: this makes a global.${didYouMean(meant)}`;
      found.push(mark(GLOBAL_ASSIGNMENT, target, message, { fixes }));
    }
  }
  return found;
}

/** The local that was probably meant by a global. `null` if the global is read somewhere, or no local has a similar name. */
function misspelt(script: ParsedScript, name: string, at: number): string | null {
  if (script.globals.some(({ text, write }) => text === name && !write)) return null;
  return nearest(
    name,
    visibleBindings(script, at).map(({ text }) => text),
  );
}

/** Whether this is a statement of the chunk itself, before every other use of the global. */
function canBeLocal(script: ParsedScript, name: string, start: number): boolean {
  if (!script.body.statements.some((statement) => statement.start === start)) return false;
  return script.globals.every((global) => global.text !== name || global.start >= start);
}
