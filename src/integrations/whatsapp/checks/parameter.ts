/** One parameter of a component: `{ type = "text", text = "…" }`. */

import { nearest } from "../../../shared/nearest";
import {
  type ArgumentPath,
  type Finding,
  fieldOf,
  type PartialTable,
  type PartialValue,
} from "../../argument-help";
import { changeTo, refused } from "./finding";
import { wordOf } from "./read";

/** What each kind of parameter has under its own name (Cloud API reference, "Template messages"). */
const KINDS = [
  "text",
  "currency",
  "date_time",
  "image",
  "video",
  "document",
  "location",
  "payload",
  "coupon_code",
  "action",
];

/** Required fields of each kind's table. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  location: ["latitude", "longitude"],
  currency: ["fallback_value", "code", "amount_1000"],
  date_time: ["fallback_value"],
};

/** What is wrong with a parameter on its own, whatever the template. */
export function checkParameter(parameter: PartialValue, path: ArgumentPath): readonly Finding[] {
  if (parameter.kind === "unknown") return [];
  if (parameter.kind !== "table") {
    const value = parameter.kind === "text" || parameter.kind === "number" ? String(parameter.value) : "";
    const message = 'A parameter is a table: `{ type = "text", text = "…" }`.';
    const fixes =
      value === "" ? [] : [{ title: "Convert to a text parameter", replace: { type: "text", text: value } }];
    return [refused(path, "parameter-shape", message, fixes)];
  }
  const type = fieldOf(parameter, "type");
  if (type.kind === "nil") {
    const value = KINDS.find((kind) => parameter.fields.has(kind)) ?? "text";
    const fix = { title: `Add type = "${value}"`, to: path, key: "type", value };
    return [refused(path, "parameter-shape", 'A parameter needs a type: `type = "text"`.', [fix])];
  }
  const kind = wordOf(parameter, "type");
  if (kind === null) return [];
  if (!KINDS.includes(kind)) {
    const message = `There is no parameter type \`${kind}\`. Types: ${KINDS.join(", ")}.`;
    return [refused([...path, "type"], "parameter-type", message, changeTo(nearest(kind, KINDS)))];
  }
  return checkValue(parameter, kind, path);
}

function checkValue(parameter: PartialTable, kind: string, path: ArgumentPath): readonly Finding[] {
  if (kind === "action") return [];
  const value = fieldOf(parameter, kind);
  const wrong = (at: ArgumentPath, message: string) => [refused(at, "parameter-value", message)];
  if (value.kind === "nil")
    return wrong(path, `A parameter of type \`${kind}\` needs the field \`${kind}\`.`);
  const at = [...path, kind];
  if (kind === "text" || kind === "payload" || kind === "coupon_code") {
    if (value.kind === "table") return wrong(at, `\`${kind}\` must be text, not a table.`);
    if (value.kind !== "text") return [];
    if (value.value.trim() === "") return wrong(at, `\`${kind}\` must not be empty (131008).`);
    return kind === "text" && /[\n\r\t]| {5}/.test(value.value)
      ? wrong(at, "Values can't contain line breaks, tabs or more than four spaces in a row (132018).")
      : [];
  }
  if (value.kind === "unknown") return [];
  if (value.kind !== "table") return wrong(at, `\`${kind}\` must be a table, not ${describe(value)}.`);
  const isMissing = (name: string) => fieldOf(value, name).kind === "nil";
  if (kind === "image" || kind === "video" || kind === "document") {
    const link = fieldOf(value, "link");
    if (isMissing("link") && isMissing("id")) return wrong(at, `\`${kind}\` needs a \`link\` or an \`id\`.`);
    return link.kind === "text" && !/^https?:\/\//i.test(link.value)
      ? wrong([...at, "link"], "Links must start with `https://`.")
      : [];
  }
  const missing = (NEEDED[kind] ?? []).filter(isMissing).map((name) => `\`${name}\``);
  const names = missing.join(kind === "location" ? " and " : ", ");
  return missing.length === 0 ? [] : wrong(at, `\`${kind}\` needs ${names}.`);
}

function describe({ kind }: PartialValue): string {
  return kind === "text" ? "text" : `a ${kind}`;
}
