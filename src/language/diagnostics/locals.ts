/** Locals that are never read, and locals that hide another. */
import type { Analysis } from "../analysis";
import { lineOf } from "../lines";
import type { Binding, ParsedScript } from "../parse/ast";
import { nodes } from "../parse/walk";
import { spend } from "../work";
import { breaksOf } from "./breaks";
import { type Diagnostic, type Fix, mark, type Rule } from "./diagnostic";

const UNUSED_LOCAL: Rule = { code: "unused-local", severity: "hint", page: "language", tags: "unnecessary" };
const SHADOWED_LOCAL: Rule = { code: "shadowed-local", severity: "hint", page: "language" };

/** Hints for locals. Names that begin with `_` are left alone. */
export function checkLocals({ script }: Analysis): Diagnostic[] {
  return [...unused(script), ...shadowed(script)];
}

function unused(script: ParsedScript): Diagnostic[] {
  const { intact, misreadNames } = breaksOf(script);
  return script.bindings
    .filter(({ kind, text, attrib, uses, start, end, visibleTo }) => {
      // Where something is missing, so may be the place that reads the local.
      if (!intact({ start, end: visibleTo }) || misreadNames.has(text)) return false;
      if ((kind !== "local" && kind !== "function") || start === end) return false;
      return attrib !== "close" && !text.startsWith("_") && uses.every((use) => use.write);
    })
    .map((binding) =>
      mark(UNUSED_LOCAL, binding, `\`${binding.text}\` is never read.`, { fixes: [silenced(binding)] }),
    );
}

function silenced({ text, start, end, uses }: Binding): Fix {
  const places = [{ start, end }, ...uses];
  return {
    title: `Rename to _${text}`,
    edits: places.map((place) => ({ start: place.start, end: place.end, text: `_${text}` })),
  };
}

function shadowed(script: ParsedScript): Diagnostic[] {
  const companions = declaredTogether(script);
  const { intact } = breaksOf(script);
  const ofChunk = new Set(
    script.body.statements.flatMap((node) =>
      node.kind === "local" ? node.bindings : node.kind === "localFunction" ? [node.binding] : [],
    ),
  );
  const earlier = new Map<string, Binding[]>();
  const found: Diagnostic[] = [];
  for (const binding of script.bindings) {
    const { text, start, end, kind } = binding;
    if (text === "" || start === end || text.startsWith("_")) continue;
    const others = earlier.get(text) ?? [];
    earlier.set(text, others);
    // A local out of scope hides nothing.
    while ((others.at(-1)?.visibleTo ?? Infinity) <= start) others.pop();
    const hidden = others.findLast((other) => {
      spend(0.05);
      return other.visibleFrom <= start && start < other.visibleTo && other.visibleTo !== Infinity;
    });
    others.push(binding);
    if (hidden === undefined || copies(binding)) continue;
    // Without its `end`, a block seems to go on forever.
    if (!ofChunk.has(hidden) && !intact({ start: hidden.start, end: hidden.visibleTo })) continue;
    // Repeating `local ok, result = pcall(…)` in the same block is idiomatic Lua.
    if (kind === "local" && companions.has(binding) && hidden.visibleTo === binding.visibleTo) continue;
    const message = `\`${text}\` shadows the ${hidden.kind === "parameter" ? "parameter" : "local"} on line ${lineOf(script, hidden.start)}.`;
    found.push(mark(SHADOWED_LOCAL, binding, message));
  }
  return found;
}

/** `local limit = limit or 10`: the hidden one is where the value comes from. */
function copies({ origin, text }: Binding): boolean {
  if (origin.kind !== "value") return false;
  const { value } = origin;
  const source = value.kind === "binary" && value.operator === "or" ? value.left : value;
  return source.kind === "name" && source.text === text;
}

function declaredTogether(script: ParsedScript): ReadonlySet<Binding> {
  return new Set(
    nodes(script).statements.flatMap((node) =>
      node.kind === "local" && node.bindings.length > 1 ? node.bindings : [],
    ),
  );
}
