/** Functions, parameters and shapes as Markdown, for hover and completion. */
import type { FunctionSpec, Parameter, Shape } from "../integrations/catalog";
import { memoized } from "../shared/memoized";
import { annotationsOf } from "./infer/annotations";
import type { FunctionExpression, ParsedScript } from "./parse/ast";
import type { StandardEntry } from "./standard-library";

/** A block of Lua. */
export function codeBlock(code: string): string {
  return `\`\`\`lua\n${code}\n\`\`\``;
}

/** `to: string`, `preview_url?: boolean`. */
export function parameterLabel({ name, type, required }: Parameter): string {
  return `${name}${required ? "" : "?"}: ${type}`;
}

/** `send_message({ to: string, body: string, preview_url?: boolean })`. */
export function functionLabel({ name, parameters }: FunctionSpec): string {
  return parameters.length === 0 ? `${name}()` : `${name}({ ${parameters.map(parameterLabel).join(", ")} })`;
}

/** What a function takes, does and returns. Written once: completion asks for all functions at every key. */
export const functionMarkdown = memoized((spec: FunctionSpec): string => {
  const parameters = spec.parameters.map(
    (parameter) =>
      `- \`${parameter.name}\` ${parameter.type}${parameter.required ? ", required" : ""}: ${parameter.description}`,
  );
  const [example] = spec.examples;
  return [
    codeBlock(functionLabel(spec)),
    `${spec.summary} *(${spec.kind})*`,
    parameters.join("\n"),
    `Returns:\n${codeBlock(shapeText(spec.answer))}`,
    example === undefined ? "" : `${example.title}:\n${codeBlock(example.code.trimEnd())}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
});

/** What a parameter is for. */
export function parameterMarkdown(parameter: Parameter): string {
  const facts = [
    parameter.required ? "Required." : "Optional.",
    parameter.default === undefined ? "" : `Default: \`${parameter.default}\`.`,
    parameter.maxLength === undefined ? "" : `At most ${parameter.maxLength} characters.`,
  ];
  const limits = facts.filter((fact) => fact !== "").join(" ");
  return [
    codeBlock(parameterLabel(parameter)),
    parameter.description,
    `${limits} Example: \`${parameter.example}\``,
  ].join("\n\n");
}

/** `(name: string, ...): number`: parameters and result of a script's own function, with the types that comments declare. */
export function parameterList(body: FunctionExpression, script: ParsedScript): string {
  const returns = annotationsOf(script).returns.get(body);
  return `(${parameterNames(body, script).join(", ")})${returns === undefined ? "" : `: ${returns.text}`}`;
}

/** The parameters of a script's own function with their types, `...` among them. */
export function parameterNames({ parameters, vararg }: FunctionExpression, script: ParsedScript): string[] {
  const { types } = annotationsOf(script);
  const named = parameters.map((parameter) => {
    const type = types.get(parameter);
    return type === undefined ? parameter.text : `${parameter.text}: ${type.text}`;
  });
  return [...named, ...(vararg ? ["..."] : [])];
}

/** `string.rep(s, n [, sep]): string`. */
export function standardLabel({ name, parameters, returns }: StandardEntry): string {
  if (parameters === null) return `${name}: ${returns}`;
  return `${name}${parameters}${returns === "" ? "" : `: ${returns}`}`;
}

/** Whether a list is read page by page: with a parameter `after`, and `paging` in the answer. */
export function comesInPages({ parameters, answer }: FunctionSpec): boolean {
  if (answer.kind !== "object" || !parameters.some(({ name }) => name === "after")) return false;
  return answer.fields.data?.kind === "array" && answer.fields.paging !== undefined;
}

/** A shape in one line for small things, else one field a line: `{ id: string, name?: string }`. */
export function shapeText(shape: Shape, indent = "", around: readonly object[] = []): string {
  if (shape.kind === "array") return `{ ${shapeText(shape.items, indent, around)}, … }`;
  if (shape.kind !== "object") {
    const values = shape.kind === "string" ? (shape.values ?? []) : [];
    return values.length > 0 && values.length <= 6
      ? values.map((value) => `"${value}"`).join(" | ")
      : shape.kind;
  }
  const fields = Object.entries(shape.fields);
  // A class declared in a comment can have fields of its own type.
  if (fields.length === 0 || around.includes(shape.fields)) return "table";
  const deeper = `${indent}  `;
  const lines = fields.map(
    ([name, field]) =>
      `${deeper}${name}${field.optional ? "?" : ""}: ${shapeText(field, deeper, [...around, shape.fields])},`,
  );
  return `{\n${lines.join("\n")}\n${indent}}`;
}

/** A shape with a short description. */
export function shapeMarkdown(label: string, shape: Shape): string {
  const code = codeBlock(`${label}: ${shapeText(shape)}`);
  return shape.description === undefined ? code : `${code}\n\n${shape.description}`;
}
