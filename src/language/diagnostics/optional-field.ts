/** Fields that an answer can lack, used where nil fails. */
import type { Shape } from "../../integrations/catalog";
import type { Analysis } from "../analysis";
import { factAt, type Subject } from "../infer/facts";
import type { Inference } from "../infer/value";
import { onceFor } from "../infer/value";
import type { Expression, NameExpression, ParsedScript } from "../parse/ast";
import { isSetAgain, nodes, parents } from "../parse/walk";
import { breaksOf, isDangling } from "./breaks";
import { type Diagnostic, type Fix, mark, type Rule } from "./diagnostic";

const OPTIONAL_FIELD: Rule = { code: "optional-field", severity: "warning", page: "language" };

const OPERATORS: ReadonlySet<string> = new Set("+ - * / // % ^ < > <= >= ..".split(" "));
const CONSTANTS: ReadonlySet<Expression["kind"]> = new Set(["string", "number", "boolean", "nil"]);
const WALKERS: ReadonlySet<string> = new Set(["ipairs", "pairs", "next"]);

/** Warnings for optional fields that nothing has tested. */
export function checkOptional(analysis: Analysis): Diagnostic[] {
  const { script, of } = analysis;
  const { intact, beingTyped } = breaksOf(script);
  return nodes(script).expressions.flatMap((node) => {
    if (node.kind !== "member" && node.kind !== "name") return [];
    const value = of(node);
    // A parameter may have been tested before the call.
    if (value?.kind !== "shape" || !value.optional || value.orText || value.passed) return [];
    const use = useOf(node, value.shape, analysis);
    if (use === null || !intact(node) || beingTyped(node)) return [];
    if (node.kind === "member" && (isDangling(node, script) || fieldsSet(analysis).has(node.name.text)))
      return [];
    if (isTested(node, analysis)) return [];
    const label = node.kind === "member" ? node.name.text : node.text;
    const message = `\`${label}\` can be nil, and ${use} nil ends the script. Check it first, or use a default: \`${script.source.slice(node.start, node.end)} or …\`.`;
    const fallback =
      value.shape.kind === "string"
        ? '""'
        : value.shape.kind === "array" || value.shape.kind === "object"
          ? "{}"
          : "0";
    return [
      mark(OPTIONAL_FIELD, node.kind === "member" ? node.name : node, message, {
        fixes: [orElse(node, fallback)],
      }),
    ];
  });
}

/** Describes a use of the value that fails if it is nil, or `null`. */
function useOf(node: Expression, shape: Shape, { script, of }: Inference): string | null {
  const outer = parents(script).get(node);
  switch (outer?.kind) {
    case "binary":
      if (!OPERATORS.has(outer.operator)) return null;
      return outer.operator === ".." ? "joining" : "calculating with";
    case "unary":
      return outer.operator === "#" ? "the length of" : outer.operator === "-" ? "calculating with" : null;
    case "member":
      // A field that is not there in any case is marked as such.
      if (
        outer.name.text === "" ||
        (shape.kind === "object" && !Object.hasOwn(shape.fields, outer.name.text))
      )
        return null;
      return outer.style === ":" ? "a method of" : "a field of";
    case "index":
      return outer.object === node ? "a field of" : null;
    case "call": {
      if (outer.args[0] !== node || (outer.callee.kind === "member" && outer.callee.style === ":"))
        return null;
      const callee = of(outer.callee);
      if (callee?.kind !== "standard") return null;
      if (callee.name.startsWith("string.") && callee.name !== "string.format")
        return `\`${callee.name}\` of`;
      return WALKERS.has(callee.name) ? `\`${callee.name}\` of` : null;
    }
    default:
      return null;
  }
}

function orElse({ start, end }: Expression, fallback: string): Fix {
  const edits = [
    { start, end: start, text: "(" },
    { start: end, end, text: ` or ${fallback})` },
  ];
  return { title: `Use ${fallback} as the default`, edits };
}

/** Names of the fields that the script sets somewhere. */
const fieldsSet = onceFor(({ script }): ReadonlySet<string> => {
  const targets = nodes(script).statements.flatMap((node) => (node.kind === "assign" ? node.targets : []));
  return new Set(targets.flatMap((target) => (target.kind === "member" ? [target.name.text] : [])));
});

/** Whether a run comes here only when the value is there. */
function isTested(node: Expression, analysis: Analysis): boolean {
  const { script } = analysis;
  const root = rootOf(node);
  if (root === null) return false;
  // A variable that is set again is not followed.
  const { binding } = root;
  if (node === root && binding !== null && isSetAgain(binding)) return true;
  const path = pathOf(node, script);
  const subject: Subject<true> = {
    implied: (condition, truth) => implied(condition, truth, { root, path, analysis }, 10),
    changedIn: (range) =>
      binding !== null &&
      (isSetAgain(binding, range) ||
        (range.start <= binding.start && binding.start < range.end && range.end !== Infinity)),
  };
  return factAt(node, subject, analysis) === true;
}

interface Tested {
  readonly root: NameExpression;
  readonly path: string;
  readonly analysis: Analysis;
}

function implied(condition: Expression, truth: boolean, tested: Tested, steps: number): true | null {
  if (steps <= 0) return null;
  const next = (one: Expression, is: boolean) => implied(one, is, tested, steps - 1);
  switch (condition.kind) {
    case "paren":
      return next(condition.inner, truth);
    case "unary":
      if (condition.operator === "#") return concerns(condition.operand, tested);
      return condition.operator === "not" ? next(condition.operand, !truth) : null;
    case "binary": {
      const { operator, left, right } = condition;
      if (operator === "and" || operator === "or") {
        if (truth === (operator === "and")) return next(left, truth) ?? next(right, truth);
        return next(left, truth) === true && next(right, truth) === true ? true : null;
      }
      const [value, other] = CONSTANTS.has(left.kind) ? [right, left] : [left, right];
      if (operator === "==" || operator === "~=")
        return truth === ((operator === "==") !== (other.kind === "nil")) ? next(value, true) : null;
      return next(left, true) ?? next(right, true);
    }
    case "call":
      // `type(name) == "string"`, and the script's own functions that check it.
      return truth && condition.args.some((argument) => next(argument, true) === true) ? true : null;
    case "name": {
      const own = truth ? concerns(condition, tested) : null;
      const { origin, uses } = condition.binding ?? { origin: { kind: "unknown" }, uses: [] };
      if (own !== null || origin.kind !== "value" || uses.some(({ write }) => write)) return own;
      return next(origin.value, truth);
    }
    case "member":
      return truth ? concerns(condition, tested) : null;
    default:
      return null;
  }
}

/** Whether a value that is there means that the tested one is: itself, a part of it, or another field beside it that tells. */
function concerns(value: Expression, { root, path, analysis }: Tested): true | null {
  const other = rootOf(value);
  if (other === null || other.binding !== root.binding || other.text !== root.text) return null;
  const otherPath = pathOf(value, analysis.script);
  if (otherPath === path || /^[.[:]/.test(otherPath.startsWith(path) ? otherPath.slice(path.length) : ""))
    return true;
  const beside = path.slice(0, path.lastIndexOf(".") + 1);
  const optional = analysis.of(value);
  // `status == "failed"` says that there are `errors`, and `paging.next` that there are cursors.
  const tells =
    optional?.kind === "shape" &&
    (optional.optional === true || (optional.shape.kind === "string" && optional.shape.values !== undefined));
  return beside !== "" && tells && otherPath.startsWith(beside) ? true : null;
}

function rootOf(node: Expression): NameExpression | null {
  let at = node;
  while (at.kind === "member" || at.kind === "index" || at.kind === "paren")
    at = at.kind === "paren" ? at.inner : at.object;
  return at.kind === "name" ? at : null;
}

function pathOf({ start, end }: Expression, { source }: ParsedScript): string {
  return source.slice(start, end).replace(/\s+/g, "");
}
