import * as v from "valibot";
import { messageOf } from "../../shared/message-of";
import { NO_SUCH_FIELD } from "./fields";

/** A course that cannot be read. `message` names the file, and the field if there is one. */
export class CourseProblem extends Error {}

type Issue = v.BaseIssue<unknown>;

/** The first issue of a file as a problem: `03-window/lesson.json: checks[1].to: Expected …`. `before`: the path to it. */
export function problemIn(file: string, issue: Issue, before = ""): CourseProblem {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === "number" ? `[${key}]` : `.${String(key)}`,
  );
  const field = `${before}${keys.join("")}`.replace(/^\./, "");
  return new CourseProblem(`${file}: ${field === "" ? "" : `${field}: `}${inWords(issue)}`);
}

/** Parses a JSON file of a course. Throws a `CourseProblem` that names the file, and the field if there is one. */
export function parseFile<T>(schema: v.GenericSchema<unknown, T>, file: string, text: string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CourseProblem(`${file}: This isn't JSON (${messageOf(error)}).`);
  }
  return parseValue(schema, file, json);
}

/** Parses a value that a file of a course holds or returned. Throws a `CourseProblem` that names the file and the field. */
export function parseValue<T>(schema: v.GenericSchema<unknown, T>, file: string, value: unknown): T {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw problemIn(file, parsed.issues[0]);
  return parsed.output;
}

const MOST_CHOICES = 20;

/** JSON's kinds of values, as valibot calls them and as people do. */
const KINDS: Readonly<Record<string, string>> = {
  Object: "an object in braces",
  Array: "a list in brackets",
  string: "a string in quotes",
  number: "a number",
  boolean: "true or false",
};

/** What valibot found, for people who write JSON: its own words are for those who write schemas. */
function inWords({ type, expected, received, message }: Issue): string {
  // A message of the schema's own says more.
  if (!message.startsWith("Invalid ")) return /[.!?]$/.test(message) ? message : `${message}.`;
  if (expected === "never") return NO_SUCH_FIELD;
  if (received === "undefined" && (type.endsWith("object") || type === "variant")) {
    return "This field is missing.";
  }
  if (expected === ">=1") return "Expected at least one.";
  const choices = [...(expected ?? "").matchAll(/"([^"]*)"|\b(\d+)\b/g)].map(
    ([, text, digits]) => text ?? digits,
  );
  if (choices.length < 2) return `Expected ${KINDS[expected ?? ""] ?? expected}, got ${received}.`;
  const more = choices.length > MOST_CHOICES ? ` and ${choices.length - MOST_CHOICES} others` : "";
  return `Expected one of ${choices.slice(0, MOST_CHOICES).join(", ")}${more}, got ${received}.`;
}
