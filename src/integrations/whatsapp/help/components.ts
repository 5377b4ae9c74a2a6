/** What can be written inside `components`, down to the parameters, based on the call's template if it is known. */
import { counted } from "../../../shared/counted";
import {
  type ArgumentPath,
  type ArgumentPlace,
  type PartialTable,
  type Suggestion,
  textAt,
  valueAt,
} from "../../argument-help";
import type { WorldData } from "../simulator/page";
import { KIND_FIELDS, KIND_LITERALS, KINDS, kindTable } from "./parameter-kinds";
import { type Component, componentsNeeded, type Slot } from "./slots";
import { templateOf } from "./templates";

/** Suggestions at a place in the components, or for all of them, or `null` if nothing is known. */
export function componentSuggestions(
  { path, key }: ArgumentPlace,
  args: PartialTable,
  data: WorldData | null,
): readonly Suggestion[] | null {
  const template = templateOf(args, data);
  const needed = template === null ? null : componentsNeeded(template);
  if (path.length === 0) return key === "components" ? wholeList(needed) : null;
  const [, at, list, position, nested] = path;
  if (path[0] !== "components") return null;
  if (at === undefined) return key === null ? nextComponents(args, needed) : null;
  const component = ["components", at];
  if (list === undefined) return componentPart(component, key, args, needed);
  if (list !== "parameters") return null;
  const slots = slotsOf(component, args, needed);
  if (position === undefined) return key === null ? nextParameters(path, args, slots) : null;
  const kind = textAt(args, [...path.slice(0, 4), "type"]);
  if (nested !== undefined)
    return key === null && path.length === 5 ? keys(args, path, KIND_FIELDS[nested] ?? []) : null;
  const slot = typeof position === "number" ? slots?.[position] : undefined;
  return parameterPart(path, key, args, kind, slot, component);
}

/** `components = …` for a template, complete except for the values. */
function wholeList(needed: readonly Component[] | null): readonly Suggestion[] | null {
  if (needed === null) return null;
  if (needed.length === 0) return [value("{}", "this template has no placeholders")];
  let field = 0;
  const entries = needed.map((component) => `\t${componentLua(component, "\t", () => ++field)},`);
  const detail = `${counted(needed.length, "component")} of the template`;
  return [value("{ … }", detail, `{\n${entries.join("\n")}\n}$0`)];
}

function nextComponents(args: PartialTable, needed: readonly Component[] | null): readonly Suggestion[] {
  const list = valueAt(args, ["components"]);
  const present = list?.kind === "table" ? list.items.map((_, index) => describeComponent(args, index)) : [];
  const offered = needed ?? [
    { type: "header", button: null, slots: [ANY_TEXT] } as const,
    { type: "body", button: null, slots: [ANY_TEXT] } as const,
    { type: "button", button: { subType: "url", index: 0, text: "" }, slots: [ANY_TEXT] } as const,
  ];
  return offered
    .filter((component) => needed === null || !present.includes(nameOf(component)))
    .map((component) => {
      let field = 0;
      const lua = componentLua(component, "", () => ++field);
      return value(`{ type = "${component.type}", … }`, componentDetail(component), `${lua},$0`);
    });
}

const ANY_TEXT: Slot = { title: "value", kind: "text", name: null };

function componentPart(
  path: ArgumentPath,
  key: string | null,
  args: PartialTable,
  needed: readonly Component[] | null,
): readonly Suggestion[] | null {
  const isButton = textAt(args, [...path, "type"]) === "button";
  if (key === null)
    return keys(args, path, [
      ["type", "where it goes", "`header`, `body` or `button`."],
      ...(isButton ? BUTTON_KEYS : []),
      ["parameters", "values for the placeholders", "A list with one parameter per placeholder."],
    ]);
  const buttons = (needed ?? []).flatMap(({ button }) => (button === null ? [] : [button]));
  switch (key) {
    case "type":
      return [...new Set((needed ?? ANY_COMPONENT).map(({ type }) => type))].map((type) =>
        value(`"${type}"`, needed === null ? "" : "in this template"),
      );
    case "sub_type":
      return buttons.length > 0
        ? [...new Set(buttons.map(({ subType }) => subType))].map((name) =>
            value(`"${name}"`, "in this template"),
          )
        : ["url", "quick_reply", "copy_code"].map((name) => value(`"${name}"`, ""));
    case "index":
      return buttons.length > 0
        ? buttons.map(({ index, text }) => value(String(index), text))
        : [value("0", "the first button")];
    case "parameters": {
      const slots = slotsOf(path, args, needed);
      const lines = (slots ?? [ANY_TEXT]).map((slot, index) => `\t${slotLua(slot, index + 1)},`);
      const detail = slots === null ? "a list" : counted(slots.length, "parameter");
      return [value("{ … }", detail, `{\n${lines.join("\n")}\n}$0`)];
    }
    default:
      return null;
  }
}

const ANY_COMPONENT = [{ type: "header" }, { type: "body" }, { type: "button" }] as const;

const BUTTON_KEYS = [
  ["sub_type", "which kind of button", "`url`, `quick_reply` or `copy_code`."],
  ["index", "which button", "The button's position in the template, from 0."],
] as const;

function nextParameters(
  path: ArgumentPath,
  args: PartialTable,
  slots: readonly Slot[] | null,
): readonly Suggestion[] {
  const list = valueAt(args, path);
  const present = list?.kind === "table" ? list.items : [];
  if (slots === null) return [value("{ type = … }", "", `${slotLua(ANY_TEXT, 1)},$0`)];
  const names = present.map((_, index) => textAt(args, [...path, index, "parameter_name"]));
  // Named placeholders come in any order, the others one after the other.
  const left = slots.filter((slot, index) =>
    slot.name === null ? index >= present.length : !names.includes(slot.name),
  );
  return left.map((slot) => value(`{ type = "${slot.kind}", … }`, slot.title, `${slotLua(slot, 1)},$0`));
}

function parameterPart(
  path: ArgumentPath,
  key: string | null,
  args: PartialTable,
  kind: string | null,
  slot: Slot | undefined,
  component: ArgumentPath,
): readonly Suggestion[] | null {
  if (key === null)
    return keys(args, path, [
      ["type", "what it is", `One of ${KINDS.map((name) => `\`${name}\``).join(", ")}.`],
      ...(slot?.name == null
        ? []
        : [["parameter_name", `for {{${slot.name}}}`, "The placeholder to fill."] as const]),
      [
        kind ?? slot?.kind ?? "text",
        slot?.title ?? "the value",
        "The value, in a field named like its type.",
      ],
    ]);
  if (key === "type") {
    const where = textAt(args, [...component, "type"]);
    const first = slot === undefined ? [] : [slot.kind];
    const fitting = KINDS.filter((name) => where === null || KIND_LITERALS[name]?.where.includes(where));
    return [...new Set([...first, ...fitting])].map((name) =>
      value(`"${name}"`, name === slot?.kind ? `for ${slot.title}` : ""),
    );
  }
  if (key === "parameter_name") return slot?.name == null ? [] : [value(`"${slot.name}"`, slot.title)];
  const table = key === kind ? kindTable(key) : null;
  return table === null ? null : [value("{ … }", "", `${table}$0`)];
}

/** The slots of the component at a path, or `null` if the template or the component is not known. */
function slotsOf(
  path: ArgumentPath,
  args: PartialTable,
  needed: readonly Component[] | null,
): readonly Slot[] | null {
  const at = path[1];
  if (needed === null || typeof at !== "number") return null;
  const name = describeComponent(args, at);
  return needed.find((component) => nameOf(component) === name)?.slots ?? null;
}

/** `body`, `button 0`: what tells a message's components apart. */
function describeComponent(args: PartialTable, at: number): string {
  const type = textAt(args, ["components", at, "type"])?.toLowerCase() ?? "";
  const index = valueAt(args, ["components", at, "index"]);
  return type === "button" && (index?.kind === "number" || index?.kind === "text")
    ? `${type} ${index.value}`
    : type;
}

function nameOf({ type, button }: Component): string {
  return button === null ? type : `${type} ${button.index}`;
}

function componentDetail({ button, slots }: Component): string {
  return button === null
    ? slots.map(({ title }) => title).join(", ")
    : `${button.subType} ${button.text}`.trim();
}

function componentLua({ type, button, slots }: Component, indent: string, next: () => number): string {
  const own = button === null ? "" : ` sub_type = "${button.subType}", index = ${button.index},`;
  const lines = slots.map((slot) => `${indent}\t\t${slotLua(slot, next())},`);
  return `{\n${indent}\ttype = "${type}",${own}\n${indent}\tparameters = {\n${lines.join("\n")}\n${indent}\t},\n${indent}}`;
}

function slotLua({ title, kind, name, fill = title }: Slot, field: number): string {
  const named = name === null ? "" : ` parameter_name = "${name}",`;
  const held =
    KIND_LITERALS[kind]?.lua(`\${${field}:${fill.replace(/[\\$}]/g, "\\$&")}}`) ?? `"\${${field}}"`;
  return `{ type = "${kind}",${named} ${kind} = ${held} }`;
}

/** Keys that are not in the table yet. */
function keys(
  args: PartialTable,
  path: ArgumentPath,
  all: readonly (readonly [name: string, detail: string, documentation: string])[],
): readonly Suggestion[] {
  const table = valueAt(args, path);
  const present = table?.kind === "table" ? table.fields : new Map();
  return all
    .filter(([name]) => !present.has(name))
    .map(([label, detail, documentation]) => ({ kind: "key", label, detail, documentation }));
}

function value(label: string, detail: string, snippet?: string): Suggestion {
  return { kind: "value", label, detail, documentation: "", ...(snippet !== undefined && { snippet }) };
}
