import { type Analysis, analyse } from "./analysis";
import { functionCall } from "./api-call";
import type { LanguageContext } from "./context";
import type { CallExpression, Expression, Range } from "./parse/ast";
import { nodes } from "./parse/walk";

/** A word shown before an argument. It is not part of the text. */
export interface InlayHint {
  readonly offset: number;
  /** `to:` */
  readonly label: string;
}

/**
 * Names of the parameters that positional arguments fill, for the calls in a stretch of the text: every argument of a
 * catalog function, and literals given to the script's own functions. A variable that already bears the name is left as it is.
 */
export function inlayHints(source: string, { start, end }: Range, context: LanguageContext): InlayHint[] {
  const analysis = analyse(source, context);
  return nodes(analysis.script)
    .expressions.filter((node) => node.kind === "call")
    .filter((call) => call.style === "(" && call.start <= end && start <= call.end)
    .flatMap((call) => hintsOf(call, analysis))
    .filter(({ offset }) => start <= offset && offset <= end);
}

function hintsOf(call: CallExpression, analysis: Analysis): InlayHint[] {
  const found = functionCall(call, analysis);
  const args = found?.args ?? call.args;
  // A table is the named form.
  if (found !== null && found.table !== null) return [];
  const names = found?.place.function.parameters.map(({ name }) => name) ?? ownParameters(call, analysis);
  return args.flatMap((argument, index) => {
    const name = names[index];
    if (name === undefined || argument.kind === "missing" || says(argument, name)) return [];
    if (found === null && !LITERALS.has(argument.kind)) return [];
    return [{ offset: argument.start, label: `${name}:` }];
  });
}

const LITERALS: ReadonlySet<Expression["kind"]> = new Set(["string", "number", "boolean", "nil", "table"]);

function ownParameters(call: CallExpression, { of }: Analysis): readonly string[] {
  const callee = of(call.callee);
  return callee?.kind === "function" ? callee.body.parameters.map(({ text }) => text) : [];
}

function says(argument: Expression, name: string): boolean {
  if (argument.kind === "name") return argument.text === name;
  return argument.kind === "member" && argument.name.text === name;
}
