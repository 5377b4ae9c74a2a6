/** One parameter of a component: `{ type = "text", text = "…" }`. */

import { nearest } from "../../../shared/nearest";
import {
  type ArgumentPath,
  type Finding,
  fieldOf,
  type PartialTable,
  type PartialValue,
} from "../../argument-help";
import { wordOf } from "./read";

/** What each kind of parameter holds under its own name (Cloud API reference, "Template messages"). */
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

const PAGE = "templates";

/** What is wrong with a parameter by itself, whatever the template. */
export function checkParameter(parameter: PartialValue, path: ArgumentPath): readonly Finding[] {
  if (parameter.kind === "unknown") return [];
  if (parameter.kind !== "table") {
    const value = parameter.kind === "text" || parameter.kind === "number" ? String(parameter.value) : "";
    const message = 'A parameter is a table: `{ type = "text", text = "…" }`.';
    const fixes =
      value === "" ? [] : [{ title: "Write it as a text parameter", replace: { type: "text", text: value } }];
    return [{ path, code: "parameter-shape", severity: "error", message, fixes, page: PAGE }];
  }
  const type = fieldOf(parameter, "type");
  if (type.kind === "nil") {
    const known = KINDS.find((kind) => parameter.fields.has(kind));
    const message = 'A parameter says what it is: `type = "text"`.';
    const fixes = [
      { title: `Add type = "${known ?? "text"}"`, to: path, key: "type", value: known ?? "text" },
    ];
    return [{ path, code: "parameter-shape", severity: "error", message, fixes, page: PAGE }];
  }
  const kind = wordOf(parameter, "type");
  if (kind === null) return [];
  if (!KINDS.includes(kind)) {
    const meant = nearest(kind, KINDS);
    const message = `There is no parameter type \`${kind}\`. Types: ${KINDS.join(", ")}.`;
    const fixes = meant === null ? [] : [{ title: `Change to ${meant}`, replace: meant }];
    return [
      { path: [...path, "type"], code: "parameter-type", severity: "error", message, fixes, page: PAGE },
    ];
  }
  return checkValue(parameter, kind, path);
}

function checkValue(parameter: PartialTable, kind: string, path: ArgumentPath): readonly Finding[] {
  if (kind === "action") return [];
  const value = fieldOf(parameter, kind);
  const wrong = (at: ArgumentPath, message: string): Finding[] => [
    { path: at, code: "parameter-value", severity: "error", message, page: PAGE },
  ];
  if (value.kind === "nil")
    return wrong(path, `A parameter of type \`${kind}\` needs the field \`${kind}\`.`);
  const at = [...path, kind];
  if (kind === "text" || kind === "payload" || kind === "coupon_code") {
    if (value.kind === "table") return wrong(at, `\`${kind}\` wants text, not a table.`);
    if (value.kind !== "text") return [];
    if (value.value.trim() === "") return wrong(at, `\`${kind}\` must not be empty (131008).`);
    return kind === "text" && /[\n\r\t]| {5}/.test(value.value)
      ? wrong(at, "A value must hold no line break, no tab and at most four spaces in a row (132018).")
      : [];
  }
  if (value.kind === "unknown") return [];
  if (value.kind !== "table") return wrong(at, `\`${kind}\` wants a table, not ${describe(value)}.`);
  const needs = (name: string) => fieldOf(value, name).kind === "nil";
  switch (kind) {
    case "image":
    case "video":
    case "document": {
      const link = fieldOf(value, "link");
      if (needs("link") && needs("id")) return wrong(at, `\`${kind}\` needs a \`link\` or an \`id\`.`);
      return link.kind === "text" && !/^https?:\/\//i.test(link.value)
        ? wrong([...at, "link"], "A link begins with `https://`.")
        : [];
    }
    case "location": {
      const missing = ["latitude", "longitude"].filter(needs);
      return missing.length === 0
        ? []
        : wrong(at, `\`location\` needs ${missing.map((name) => `\`${name}\``).join(" and ")}.`);
    }
    case "currency": {
      const missing = ["fallback_value", "code", "amount_1000"].filter(needs);
      return missing.length === 0
        ? []
        : wrong(at, `\`currency\` needs ${missing.map((name) => `\`${name}\``).join(", ")}.`);
    }
    default:
      return needs("fallback_value") ? wrong(at, `\`${kind}\` needs \`fallback_value\`.`) : [];
  }
}

function describe({ kind }: PartialValue): string {
  return kind === "text" ? "text" : `a ${kind}`;
}
