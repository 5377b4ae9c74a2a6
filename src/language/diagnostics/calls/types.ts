/** Literals that a call would refuse or misinterpret. Values the host coerces (`to = 15551234567`) are fine. */
import type { Parameter } from "../../../integrations/catalog";
import { isJsonArray, parseJson } from "../../../shared/json";
import type { Inference } from "../../infer/value";
import { textFields } from "../answer-use";
import { type Diagnostic, type Fix, mark, type Rule, replacing } from "../diagnostic";
import type { Literal } from "./literal";

const WRONG_TYPE: Rule = { code: "wrong-type", severity: "error", page: "overview" };
const TOO_LONG: Rule = { code: "too-long", severity: "error", page: "overview" };
const OUT_OF_RANGE: Rule = { code: "out-of-range", severity: "warning", page: "overview" };

/** Marks for one parameter's value, if it is known. */
export function checkType(
  parameter: Parameter,
  { written, source, value }: Literal,
  page: string,
): Diagnostic[] {
  const { name, type, minimum, maximum, maxLength } = parameter;
  const marked = (rule: Rule, message: string, fixes: readonly Fix[] = []): Diagnostic[] => [
    mark(rule, written, message, { page, fixes }),
  ];
  const wrong = (got: string): Diagnostic[] => {
    const article = type === "integer" || type === "array" ? "an" : "a";
    return marked(WRONG_TYPE, `\`${name}\` expects ${article} ${type}, not ${got}.`);
  };
  const checkRange = (given: number): Diagnostic[] => {
    const whole = Math.trunc(given);
    if (minimum !== undefined && whole < minimum)
      return marked(OUT_OF_RANGE, `\`${name}\` must be at least ${minimum}. A call with ${given} fails.`);
    if (maximum !== undefined && whole > maximum)
      return marked(OUT_OF_RANGE, `\`${name}\` is capped at ${maximum}.`);
    return [];
  };
  const checkText = (text: string): Diagnostic[] => {
    switch (type) {
      case "integer":
        if (text === "") return [];
        return NUMERAL.test(text) ? checkRange(Number(text)) : wrong("a string");
      case "boolean": {
        if (!/^(false|no|off)$/i.test(text)) return [];
        const message = `\`${name}\` is true for every string but \`""\` and \`"0"\`: write \`false\` without quotes.`;
        return marked(
          OUT_OF_RANGE,
          message,
          source === written ? [replacing("Change to false", source, "false")] : [],
        );
      }
      case "array":
        return text === "" || isJsonArray(parseJson(text))
          ? []
          : wrong("a string (only a JSON list would work)");
      default: {
        const length = [...text].length;
        return maxLength === undefined || length <= maxLength
          ? []
          : marked(TOO_LONG, `\`${name}\` allows at most ${maxLength} characters. This has ${length}.`);
      }
    }
  };

  if (source.kind === "function") return wrong("a function");
  switch (value.kind) {
    case "table":
      return type === "array" ? [] : wrong("a table");
    case "boolean":
      return type === "boolean" ? [] : wrong(`\`${value.value}\``);
    case "number":
      if (type === "array") return wrong("a number");
      return type === "integer" ? checkRange(value.value) : [];
    case "text":
      return checkText(value.value);
    default:
      return [];
  }
}

/** Marks for a result, or a part of one, passed where one of its strings is expected. */
export function checkAnswer(
  { name, type }: Parameter,
  { written, source, value: literal }: Literal,
  page: string,
  { of }: Inference,
): Diagnostic[] {
  const value = literal.kind === "unknown" ? of(source) : null;
  if (value?.kind !== "shape" || value.orText || type === "array" || type === "boolean") return [];
  const { shape } = value;
  if (shape.kind !== "object" && shape.kind !== "array") return [];
  const paths = textFields(shape).sort((a, b) => fitness(b, name) - fitness(a, name));
  const fixes = paths
    .slice(0, 3)
    .map((path) => replacing(`Use ${path}`, { start: written.end, end: written.end }, path));
  const hint = paths[0] === undefined ? "" : ` It holds \`${paths[0]}\`.`;
  const article = type === "integer" ? "an" : "a";
  const message = `\`${name}\` expects ${article} ${type}, not ${shape.kind === "array" ? "a list" : "a table"}.${hint}`;
  return [mark(WRONG_TYPE, written, message, { page, fixes })];
}

/** How well a text fits a parameter: `messages[1].id` fits `message_id`, and `name` fits `template_name`. */
function fitness(path: string, parameter: string): number {
  const field = path.slice(path.lastIndexOf(".") + 1);
  if (field === parameter) return 2;
  return parameter.endsWith(`_${field}`) ? 1 : 0;
}

/** Text that the host reads as a number. */
const NUMERAL = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;
