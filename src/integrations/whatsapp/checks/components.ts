/** Checks `components` on their own: what Meta refuses whatever the template. */
import { nearest } from "../../../shared/nearest";
import {
  type ArgumentPath,
  type Finding,
  fieldOf,
  type PartialTable,
  type PartialValue,
} from "../../argument-help";
import { changeTo, mismatch, refused } from "./finding";
import { checkParameter } from "./parameter";
import { componentTable, wordOf } from "./read";

const TYPES = ["header", "body", "button"];
/** Buttons that a template message can fill in. */
const SUB_TYPES = ["quick_reply", "url", "copy_code"];

const SHAPE = "component-shape";

/** Wrong names for `parameters`. */
const MISNAMED = ["params", "param", "parameter", "Parameters", "args", "arguments", "values", "variables"];

export function checkComponents(components: PartialValue): readonly Finding[] {
  const table = componentTable(components);
  if (table === null) return [];
  const path: ArgumentPath = ["components"];
  if (table.items.length === 0 && table.fields.size > 0) {
    const message = "`components` must be a list: wrap this in one, `{ { type = … } }`.";
    const title = "Wrap in a list";
    const fix =
      components.kind === "text"
        ? { title, replace: `[${components.value}]` }
        : { title, wrap: true as const };
    return [refused(path, SHAPE, message, [fix])];
  }
  const seen = new Set<string>();
  return table.items.flatMap((item, at) => checkComponent(item, [...path, at], seen));
}

function checkComponent(component: PartialValue, path: ArgumentPath, seen: Set<string>): readonly Finding[] {
  if (component.kind === "unknown") return [];
  if (component.kind !== "table")
    return [refused(path, SHAPE, 'A component is a table: `{ type = "body", parameters = { … } }`.')];
  if (fieldOf(component, "type").kind === "nil") {
    const message = 'A component needs a type: `type = "header"`, `"body"` or `"button"`.';
    const fix = { title: 'Add type = "body"', to: path, key: "type", value: "body" };
    return [refused(path, SHAPE, message, [fix])];
  }
  const type = wordOf(component, "type");
  const parameters = checkParameters(component, path);
  if (type === null) return parameters;
  if (!TYPES.includes(type)) return [unknownType(type, [...path, "type"]), ...parameters];
  const key = type === "button" ? `button ${indexOf(component) ?? ""}` : type;
  if (key !== "button " && seen.has(key))
    return [refused(path, SHAPE, `There is already a component for the ${key}. Meta accepts only one.`)];
  seen.add(key);
  return type === "button" ? [...checkButton(component, path), ...parameters] : parameters;
}

function unknownType(type: string, path: ArgumentPath): Finding {
  if (type === "footer") return refused(path, SHAPE, "Footers have no placeholders, so leave them out.");
  if (type === "buttons") {
    const message = 'Each button is its own component: `type = "button"` with `sub_type` and `index`.';
    return refused(path, SHAPE, message, changeTo("button"));
  }
  const message = `There is no component type \`${type}\`. Types: ${TYPES.join(", ")}.`;
  return refused(path, SHAPE, message, changeTo(nearest(type, TYPES)));
}

function checkParameters(component: PartialTable, path: ArgumentPath): readonly Finding[] {
  const parameters = fieldOf(component, "parameters");
  const misnamed = component.fields.has("parameters")
    ? undefined
    : MISNAMED.find((name) => component.fields.has(name));
  if (misnamed !== undefined) {
    const message = `Components have no \`${misnamed}\`. Did you mean \`parameters\`?`;
    return [{ ...mismatch([...path, misnamed], SHAPE, message), key: true }];
  }
  const at = [...path, "parameters"];
  if (parameters.kind === "unknown" || parameters.kind === "nil") return [];
  if (parameters.kind !== "table" || (parameters.items.length === 0 && parameters.fields.size > 0)) {
    const message = '`parameters` is a list: `{ { type = "text", text = "…" } }`.';
    const fixes = parameters.kind === "table" ? [{ title: "Wrap in a list", wrap: true as const }] : [];
    return [refused(at, SHAPE, message, fixes)];
  }
  return parameters.items.flatMap((parameter, index) => checkParameter(parameter, [...at, index]));
}

function checkButton(component: PartialTable, path: ArgumentPath): readonly Finding[] {
  const found: Finding[] = [];
  const wrong = (at: ArgumentPath, message: string, fixes: Finding["fixes"] = []) =>
    found.push(refused(at, "button-shape", message, fixes));
  const subType = wordOf(component, "sub_type");
  if (fieldOf(component, "sub_type").kind === "nil")
    wrong(
      path,
      `A button component needs \`sub_type\`: ${SUB_TYPES.map((name) => `"${name}"`).join(", ")}.`,
      [{ title: 'Add sub_type = "url"', to: path, key: "sub_type", value: "url" }],
    );
  else if (subType !== null && !SUB_TYPES.includes(subType) && subType !== "phone_number") {
    const message = `There is no button type \`${subType}\`. Types: ${SUB_TYPES.join(", ")}.`;
    wrong([...path, "sub_type"], message, changeTo(nearest(subType, SUB_TYPES)));
  }
  const index = fieldOf(component, "index");
  if (index.kind === "nil")
    wrong(path, "A button component needs `index`: the button's position in the template, from 0.", [
      { title: "Add index = 0", to: path, key: "index", value: 0 },
    ]);
  else if (index.kind !== "unknown" && indexOf(component) === null)
    wrong([...path, "index"], "`index` is the button's position in the template: an integer from 0 to 9.");
  return found;
}

/** The index of a component's button, or `null` if it is unknown or not an index. */
export function indexOf(component: PartialTable): number | null {
  const index = fieldOf(component, "index");
  const text = index.kind === "number" || index.kind === "text" ? String(index.value) : "";
  return /^\d$/.test(text) ? Number(text) : null;
}
