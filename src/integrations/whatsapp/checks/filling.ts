/** Checks components against the placeholders of their template, by the Cloud API's rules ("Template messages"). */

import { counted, plural } from "../../../shared/counted";
import type { JsonValue } from "../../../shared/json";
import { nearest } from "../../../shared/nearest";
import {
  type ArgumentPath,
  type Finding,
  fieldOf,
  type PartialTable,
  type PartialValue,
} from "../../argument-help";
import type { TemplateInfo } from "../simulator/page";
import { componentOf, variablesOf } from "../template-text";
import { checkButtons } from "./buttons";
import { absent, type Filling, type Given, ofType, parametersOf } from "./fill-state";
import { changeTo, mismatch } from "./finding";
import { componentTable, wordOf } from "./read";

const NOTHING: PartialTable = { kind: "table", items: [], fields: new Map(), complete: true };

/** Findings where the components do not fit the template. None where that is unknown. */
export function checkFilling(template: TemplateInfo, components: PartialValue): readonly Finding[] {
  const table = componentTable(components) ?? (components.kind === "nil" ? NOTHING : null);
  if (table === null || (table.items.length === 0 && table.fields.size > 0)) return [];
  const given: Given[] = [];
  let known = table.complete;
  for (const [at, component] of table.items.entries()) {
    if (component.kind === "table") given.push({ component, path: ["components", at] });
    if (component.kind !== "table" || wordOf(component, "type") === null) known = false;
  }
  const filling: Filling = { template, given, known, written: components.kind === "table" };
  return [
    ...checkText(filling, "header"),
    ...checkMedia(filling),
    ...checkText(filling, "body"),
    ...checkButtons(filling),
  ];
}

function textParameters(placeholders: readonly string[], named: boolean): JsonValue[] {
  return placeholders.map((placeholder) => ({
    type: "text",
    ...(named && { parameter_name: placeholder }),
    text: "…",
  }));
}

function checkText(filling: Filling, type: "header" | "body"): readonly Finding[] {
  const { template } = filling;
  const header = componentOf(template, "HEADER");
  if (type === "header" && header !== undefined && header.format !== "TEXT") return [];
  const text =
    type === "body"
      ? componentOf(template, "BODY")?.text
      : header?.format === "TEXT"
        ? header.text
        : undefined;
  const placeholders = variablesOf(text ?? "");
  const found = ofType(filling, type);
  const named = template.parameterFormat === "NAMED";
  const has = `The ${type} of \`${template.name}\` has ${placeholders.length === 0 ? "no placeholders" : counted(placeholders.length, "placeholder")}`;
  if (found === undefined) {
    if (placeholders.length === 0) return [];
    const message = `${has} (${placeholderList(placeholders)}), and nothing fills ${plural(placeholders.length, "it", "them")} (132000).`;
    return absent(filling, message, { type, parameters: textParameters(placeholders, named) });
  }
  const parameters = parametersOf(found.component);
  if (parameters === null) return [];
  const path = [...found.path, "parameters"];
  if (parameters.length !== placeholders.length) {
    const more = placeholders.slice(parameters.length);
    const canAppend = more.length > 0 && !named && fieldOf(found.component, "parameters").kind === "table";
    const fixes = canAppend
      ? [{ title: `Add ${counted(more.length, "parameter")}`, to: path, append: textParameters(more, named) }]
      : [];
    const message = `${has}${placeholders.length === 0 ? "" : ` (${placeholderList(placeholders)})`}; ${counted(parameters.length, "parameter")} given (132000).`;
    return [mismatch(path, "parameter-count", message, fixes)];
  }
  return parameters.flatMap((parameter, at) => {
    if (parameter.kind !== "table") return [];
    return [
      ...checkTextKind(parameter, [...path, at], type),
      ...(named ? checkName(parameter, [...path, at], placeholders) : []),
    ];
  });
}

function checkTextKind(parameter: PartialTable, path: ArgumentPath, type: string): readonly Finding[] {
  const kind = wordOf(parameter, "type");
  if (kind === null || ["text", "currency", "date_time"].includes(kind)) return [];
  const message = `The ${type} of this template takes text, not \`${kind}\` (132012).`;
  return [mismatch([...path, "type"], "parameter-kind", message)];
}

function checkName(
  parameter: PartialTable,
  path: ArgumentPath,
  placeholders: readonly string[],
): readonly Finding[] {
  const name = fieldOf(parameter, "parameter_name");
  if (name.kind === "nil") {
    const fixes = placeholders.map((placeholder) => ({
      title: `Add parameter_name = "${placeholder}"`,
      to: path,
      key: "parameter_name",
      value: placeholder,
    }));
    const message = `This template has named placeholders. Set \`parameter_name\` (${placeholders.join(", ")}).`;
    return [mismatch(path, "parameter-name", message, fixes)];
  }
  if (name.kind !== "text" || placeholders.includes(name.value)) return [];
  const message = `The template has no placeholder \`${name.value}\`. Placeholders: ${placeholders.join(", ")}.`;
  const fixes = changeTo(nearest(name.value, placeholders));
  return [mismatch([...path, "parameter_name"], "parameter-name", message, fixes)];
}

/** Image, video, document and location headers need exactly one parameter of that kind. */
function checkMedia(filling: Filling): readonly Finding[] {
  const header = componentOf(filling.template, "HEADER");
  if (header === undefined || header.format === "TEXT") return [];
  const kind = header.format.toLowerCase();
  const needs = `The header of \`${filling.template.name}\` is ${kind === "image" ? "an" : "a"} ${kind}: it needs one parameter \`type = "${kind}"\` (132012).`;
  const found = ofType(filling, "header");
  const example: JsonValue =
    kind === "location" ? { latitude: 0, longitude: 0 } : { link: "https://example.com/file" };
  const wanted: JsonValue = { type: kind, [kind]: example };
  if (found === undefined) return absent(filling, needs, { type: "header", parameters: [wanted] });
  const parameters = parametersOf(found.component);
  if (parameters === null) return [];
  const path = [...found.path, "parameters"];
  const [parameter] = parameters;
  if (parameters.length !== 1 || parameter === undefined) return [mismatch(path, "parameter-count", needs)];
  const given = parameter.kind === "table" ? wordOf(parameter, "type") : null;
  return given === null || given === kind ? [] : [mismatch([...path, 0, "type"], "parameter-kind", needs)];
}

/** `{{1}}, {{2}}`, for messages. */
function placeholderList(names: readonly string[]): string {
  return names.map((name) => `{{${name}}}`).join(", ");
}
