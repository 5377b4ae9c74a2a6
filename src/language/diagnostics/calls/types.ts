/** Literals that a call would refuse, or take for something else; what the host coerces (`to = 15551234567`) is fine. */
import type { Parameter } from "../../../integrations/catalog";
import { isJsonArray, parseJson } from "../../../shared/json";
import { type Diagnostic, type Fix, mark } from "../diagnostic";
import type { Literal } from "./literal";

/** Marks for one parameter's value, when it is known. */
export function checkType(parameter: Parameter, literal: Literal, page: string): Diagnostic[] {
  const { written, source, value } = literal;
  const { name, type } = parameter;
  const wrong = (got: string, fixes: readonly Fix[] = []): Diagnostic[] => {
    const article = type === "integer" || type === "array" ? "an" : "a";
    return [
      mark("wrong-type", written, `\`${name}\` wants ${article} ${type}, not ${got}.`, { page, fixes }),
    ];
  };
  if (source.kind === "function") return wrong("a function");
  switch (value.kind) {
    case "table":
      return type === "array" ? [] : wrong("a table");
    case "boolean":
      return type === "boolean" ? [] : wrong(`\`${value.value}\``);
    case "number":
      if (type === "array") return wrong("a number");
      return type === "integer" ? checkRange(parameter, value.value, literal, page) : [];
    case "text":
      return checkText(parameter, value.value, literal, page, wrong);
    default:
      return [];
  }
}

function checkText(
  parameter: Parameter,
  text: string,
  literal: Literal,
  page: string,
  wrong: (got: string) => Diagnostic[],
): Diagnostic[] {
  const { name, type, maxLength } = parameter;
  const { written, source } = literal;
  switch (type) {
    case "integer":
      if (text === "") return [];
      return /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text)
        ? checkRange(parameter, Number(text), literal, page)
        : wrong("this text");
    case "boolean": {
      if (!/^(false|no|off)$/i.test(text)) return [];
      const message = `\`${name}\` is true for every text but \`""\` and \`"0"\`: write \`false\` without quotes.`;
      const { start, end } = source;
      const fixes =
        source === written ? [{ title: "Change to false", edits: [{ start, end, text: "false" }] }] : [];
      return [mark("out-of-range", written, message, { page, fixes })];
    }
    case "array":
      return text === "" || isJsonArray(parseJson(text))
        ? []
        : wrong("this text (a JSON string of a list would do)");
    default: {
      const length = maxLength === undefined ? 0 : [...text].length;
      if (maxLength === undefined || length <= maxLength) return [];
      const message = `\`${name}\` holds at most ${maxLength} characters; this text has ${length}.`;
      return [mark("too-long", written, message, { page })];
    }
  }
}

function checkRange(
  { name, minimum, maximum }: Parameter,
  value: number,
  { written }: Literal,
  page: string,
): Diagnostic[] {
  const whole = Math.trunc(value);
  if (minimum !== undefined && whole < minimum)
    return [
      mark(
        "out-of-range",
        written,
        `\`${name}\` must be at least ${minimum}; a call with ${value} is refused.`,
        { page },
      ),
    ];
  if (maximum !== undefined && whole > maximum)
    return [mark("out-of-range", written, `\`${name}\` counts as ${maximum} when it is more.`, { page })];
  return [];
}
