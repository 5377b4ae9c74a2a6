import { isJsonObject, type JsonObject, member } from "../../../../shared/json";
import { variablesOf } from "../../template-text";
import { invalidParameter, Refusal } from "../graph/refusal";
import type { TemplateParameter } from "./components";
import { lengthOf, optionalText, requiredText } from "./read-value";

/** What the checks need to know besides the parameters. */
export interface ParameterRules {
  readonly format: "POSITIONAL" | "NAMED";
  /** Graph version: content rules fail with 132018 from v23.0 on. */
  readonly version: number;
  /** Whether it is an authentication template, whose parameters are short. */
  readonly isCode: boolean;
}

const longestCode = 15;

/**
 * The values of a text's variables, by variable. Checked in this order: count (132000), names (100), then for each
 * parameter its type (132012), presence (100, empty 131008), blanks and the length of a code (132018).
 */
export function textValues(
  place: "header" | "body",
  text: string,
  parameters: readonly TemplateParameter[],
  rules: ParameterRules,
): ReadonlyMap<string, string> {
  const variables = [...variablesOf(text)];
  if (rules.format === "POSITIONAL") variables.sort((a, b) => Number(a) - Number(b));
  if (parameters.length !== variables.length) throw wrongCount(place, parameters.length, variables.length);
  const values = new Map<string, string>();
  for (const [at, parameter] of parameters.entries()) {
    const name = rules.format === "NAMED" ? nameOf(parameter, variables) : (variables[at] ?? "");
    if (values.has(name))
      throw invalidParameter(`${place}: parameter name (${name}) is given more than once`);
    const value = parameterText(place, parameter, rules.version);
    if (rules.isCode && lengthOf(value) > longestCode) {
      throw invalidContent(
        `${place}: Parameter at index ${at + 1} exceeds the parameter length limit ${longestCode}`,
        rules.version,
      );
    }
    values.set(name, value);
  }
  return values;
}

/** 132000 in Meta's words. */
export function wrongCount(place: string, given: number, expected: number): Refusal {
  return new Refusal(132000, {
    details: `${place}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
  });
}

/** 132012 in Meta's words. */
export function wrongFormat(place: string, expected: string, received: string): Refusal {
  return new Refusal(132012, {
    details: `${place}: Format mismatch, expected ${expected}, received ${received}`,
  });
}

/** Code 100: a parameter lacks a member that its type needs (by default the one named like it), or has null there. */
export function mandatory(type: string, field = type): Refusal {
  return invalidParameter(`Parameter '${field}' is mandatory for component parameter type '${type}'`);
}

/** 131008: a parameter whose value is empty. */
export function missingValue(type: string, field: string): Refusal {
  return new Refusal(131008, { details: `Parameter of type ${type} is missing ${field} value` });
}

function nameOf(parameter: TemplateParameter, variables: readonly string[]): string {
  const name = optionalText(member(parameter.value, "parameter_name"), `${parameter.path}['parameter_name']`);
  if (name === null || name === "") throw invalidParameter("Parameter name is missing or empty");
  if (!variables.includes(name)) {
    throw invalidParameter(`Parameter name (${name}) does not exist in the template`);
  }
  return name;
}

function parameterText(place: string, parameter: TemplateParameter, version: number): string {
  if (parameter.type === "TEXT") {
    const text = optionalText(member(parameter.value, "text"), `${parameter.path}['text']`);
    if (text === null) throw mandatory("text");
    return cleanText("text", "text", text, version);
  }
  if (parameter.type === "CURRENCY" || parameter.type === "DATE_TIME") {
    return fallbackText(parameter, version);
  }
  throw wrongFormat(place, "TEXT", parameter.type);
}

/** Currency and date_time are shown by their fallback value, as in WhatsApp when it does not localize. */
function fallbackText(parameter: TemplateParameter, version: number): string {
  const type = parameter.type.toLowerCase();
  const object: JsonObject = objectOf(parameter.value, type);
  const path = `${parameter.path}['${type}']`;
  const fallback = optionalText(member(object, "fallback_value"), `${path}['fallback_value']`);
  const text = cleanText(type, "fallback_value", fallback, version);
  if (parameter.type === "CURRENCY") {
    requiredText(member(object, "code"), `${path}['code']`);
    const amount = requiredText(member(object, "amount_1000"), `${path}['amount_1000']`);
    if (!/^-?\d+$/.test(amount)) {
      throw new Refusal(131009, { details: `Param ${path}['amount_1000'] must be an integer` });
    }
  }
  return text;
}

function objectOf(value: JsonObject, type: string): JsonObject {
  const object = member(value, type);
  if (!isJsonObject(object)) throw mandatory(type);
  return object;
}

/** A value for a template text: present (131008), and without line breaks, tabs and runs of spaces (132018). */
export function cleanText(type: string, field: string, text: string | null, version: number): string {
  if (text === null || text.trim() === "") throw missingValue(type, field);
  if (/[\n\r\t]| {5}/.test(text)) {
    throw invalidContent(
      "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
      version,
    );
  }
  return text;
}

/** A parameter's text that Meta does not accept: 132018, or code 100 before v23.0. */
function invalidContent(details: string, version: number): Refusal {
  return version >= 23 ? new Refusal(132018, { details }) : invalidParameter(details);
}
