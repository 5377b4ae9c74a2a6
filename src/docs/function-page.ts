import type { FunctionSpec, Integration, Parameter } from "../integrations/catalog";
import { luaBlock, page, table } from "../shared/markdown";
import type { DocPage } from "./docs";
import { type ShapeRow, shapeRows } from "./shape-rows";

/** The page of one function: names, parameters, response, what the real API does, examples. */
export function functionPage(integration: Integration, fn: FunctionSpec): DocPage {
  const path = `integrations.${integration.id}.${fn.name}`;
  return {
    name: path,
    title: fn.name,
    summary: fn.summary,
    kind: "function",
    markdown: page(
      `# ${fn.name}`,
      fn.summary,
      functionNames(integration, fn),
      fn.description,
      "## Parameters",
      parameters(fn),
      ...structures(fn, "##"),
      "## Response",
      response(fn),
      fn.notes.length === 0 ? "" : "## What the real API does",
      ...fn.notes,
      "## Examples",
      ...fn.examples.flatMap((example) => [`### ${example.title}`, luaBlock(example.code)]),
    ),
  };
}

/** A section of the integration's own page: what a call needs, without its response. */
export function functionSection(integration: Integration, fn: FunctionSpec): string {
  return page(
    `## ${fn.name}`,
    fn.summary,
    functionNames(integration, fn),
    fn.description,
    "### Parameters",
    parameters(fn),
    ...structures(fn, "###"),
    "### Examples",
    ...fn.examples.flatMap((example) => [`#### ${example.title}`, luaBlock(example.code)]),
  ).trimEnd();
}

function functionNames({ id }: Integration, fn: FunctionSpec): string {
  return [
    `**Operation:** ${fn.kind}`,
    `\`app.${callSignature(`integrations.${id}.${fn.name}`, fn)}\``,
    `**Full name:** \`${id}.${id}_${fn.name}\``,
  ].join(" · ");
}

function structures({ parameters: all }: FunctionSpec, level: string): string[] {
  return all.flatMap(({ structure }) =>
    structure === undefined
      ? []
      : [`${level} ${structure.title}`, `\`\`\`json\n${JSON.stringify(structure.json, null, 2)}\n\`\`\``],
  );
}

/** `path({ to, body, preview_url? })`. */
export function callSignature(path: string, fn: FunctionSpec): string {
  if (fn.parameters.length === 0) return `${path}()`;
  const names = fn.parameters.map((parameter) => parameter.name + (parameter.required ? "" : "?"));
  return `${path}({ ${names.join(", ")} })`;
}

function parameters(fn: FunctionSpec): string {
  if (fn.parameters.length === 0) return "None.";
  return page(
    table(
      ["Name", "Type", "Required", "Description"],
      fn.parameters.map((parameter) => [
        `\`${parameter.name}\``,
        parameter.type,
        parameter.required ? "yes" : "no",
        parameter.description + limits(parameter),
      ]),
    ),
    "Pass them by name, in one table. Positional arguments are ignored, as on the agent host.",
    missingTexts(fn),
  ).trimEnd();
}

function limits(parameter: Parameter): string {
  const value = parameter.default;
  if (value === undefined) return "";
  return ` Default: \`${typeof value === "string" ? JSON.stringify(value) : value}\`.`;
}

function missingTexts(fn: FunctionSpec): string {
  const texts = fn.parameters.flatMap((parameter) =>
    parameter.missing === undefined ? [] : [`\`${parameter.missing}\``],
  );
  return texts.length === 0
    ? ""
    : `Without a required value, the call raises this error before anything is sent: ${texts.join(", ")}`;
}

function response(fn: FunctionSpec): string {
  const row = ({ path, type, description, optional }: ShapeRow) => [
    `\`${path}\``,
    type,
    optional ? "sometimes" : "always",
    description,
  ];
  return page(
    "A table. Lists start at 1; missing fields are `nil`.",
    table(["Field", "Type", "Present", "Description"], shapeRows(fn.answer).map(row)),
  ).trimEnd();
}
