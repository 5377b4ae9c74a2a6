/** Literals that a call would refuse, or take for something else; what the host coerces (`to = 15551234567`) is fine. */
import type { Parameter } from "../../../integrations/catalog";
import { isJsonArray, parseJson } from "../../../shared/json";
import { type Diagnostic, type Fix, mark, type Rule, replacing } from "../diagnostic";
import type { Literal } from "./literal";

const WRONG_TYPE: Rule = { code: "wrong-type", severity: "error", page: "overview" };
const TOO_LONG: Rule = { code: "too-long", severity: "error", page: "overview" };
const OUT_OF_RANGE: Rule = { code: "out-of-range", severity: "warning", page: "overview" };

/** Marks for one parameter's value, when it is known. */
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
    return marked(WRONG_TYPE, `\`${name}\` wants ${article} ${type}, not ${got}.`);
  };
  const checkRange = (given: number): Diagnostic[] => {
    const whole = Math.trunc(given);
    if (minimum !== undefined && whole < minimum)
      return marked(
        OUT_OF_RANGE,
        `\`${name}\` must be at least ${minimum}; a call with ${given} is refused.`,
      );
    if (maximum !== undefined && whole > maximum)
      return marked(OUT_OF_RANGE, `\`${name}\` counts as ${maximum} when it is more.`);
    return [];
  };
  const checkText = (text: string): Diagnostic[] => {
    switch (type) {
      case "integer":
        if (text === "") return [];
        return NUMERAL.test(text) ? checkRange(Number(text)) : wrong("this text");
      case "boolean": {
        if (!/^(false|no|off)$/i.test(text)) return [];
        const message = `\`${name}\` is true for every text but \`""\` and \`"0"\`: write \`false\` without quotes.`;
        return marked(
          OUT_OF_RANGE,
          message,
          source === written ? [replacing("Change to false", source, "false")] : [],
        );
      }
      case "array":
        return text === "" || isJsonArray(parseJson(text))
          ? []
          : wrong("this text (a JSON string of a list would do)");
      default: {
        const length = [...text].length;
        return maxLength === undefined || length <= maxLength
          ? []
          : marked(TOO_LONG, `\`${name}\` holds at most ${maxLength} characters; this text has ${length}.`);
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

/** What the host reads as a number. */
const NUMERAL = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;
