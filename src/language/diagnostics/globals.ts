/** Globals that do not exist, that the sandbox leaves out, and that a script makes by the way. */
import { LUA_KEYWORDS } from "../../shared/lua-keywords";
import { nearest } from "../../shared/nearest";
import { visibleBindings } from "../caret";
import type { Inference } from "../infer/value";
import type { Binding, ParsedScript, Statement } from "../parse/ast";
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
  const answers = new Map<string, { readonly name: string | null }>();
  const { written } = script;
  const open = isOpen(script);
  const { behind, brokenOff, misread } = breaksOf(script);
  const known = [
    ...[...standardGlobals().map((entry) => entry.name), ...LIBRARIES.keys(), ...written],
    ...["app", "nil", "true", "false"],
  ];
  const nearestTo = (name: string, locals: readonly Binding[]) => {
    const names = locals.map(({ text }) => text);
    const key = [name, ...names].join(" ");
    const answer = answers.get(key) ?? { name: nearest(name, [...names, ...known]) };
    answers.set(key, answer);
    return answer.name;
  };
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
    const candidate = FOREIGN.get(text) ?? nearestTo(text, visibleBindings(script, start));
    const meant = candidate !== null && LUA_KEYWORDS.has(candidate) && isUsed(script, end) ? null : candidate;
    const message = `\`${text}\` isn't defined.${didYouMean(meant)}`;
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
  const broken = new Set(script.errors.map(({ start }) => start));
  const read = new Set(script.globals.flatMap(({ text, write }) => (write ? [] : [text])));
  const firsts = new Map(script.globals.toReversed().map(({ text, start }) => [text, start]));
  const ofChunk = new Set<Statement>(script.body.statements);
  for (const statement of nodes(script).statements) {
    if (statement.kind !== "assign") continue;
    for (const target of statement.targets) {
      if (target.kind !== "name" || target.binding !== null || target.text === "") continue;
      if (behind(target.start) || broken.has(target.start)) continue;
      const { text } = target;
      if (seen.has(text) || text.startsWith("__") || standardEntry(text) !== undefined) continue;
      seen.add(text);
      // A global that is read somewhere is intentional.
      const locals = read.has(text) ? [] : visibleBindings(script, target.start);
      const meant = nearest(
        text,
        locals.map((binding) => binding.text),
      );
      const fixes: Fix[] = [];
      if (meant !== null) fixes.push(rename(target, meant));
      // A statement of the chunk itself, before every other use.
      const isFirst = (firsts.get(text) ?? 0) >= statement.start;
      if (statement.targets.length === 1 && ofChunk.has(statement) && isFirst)
        fixes.push(
          replacing(`Make ${text} local`, { start: statement.start, end: statement.start }, "local "),
        );
      const message = `\`${text}\` is not declared: this makes a global.${didYouMean(meant)}`;
      found.push(mark(GLOBAL_ASSIGNMENT, target, message, { fixes }));
    }
  }
  return found;
}
