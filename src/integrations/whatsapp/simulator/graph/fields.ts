import type { JsonObject, JsonValue } from "../../../../shared/json";
import { remember } from "../remember";
import { badParameter } from "./refusal";

type Picking = (object: JsonObject) => JsonObject;

/**
 * For the objects of a node: picks what `fields=` asks for, in that order, and `id` always; without `fields` the node's
 * default ones. An unknown field answers `(#100) Tried accessing nonexisting field …`, as was observed. Fields in braces
 * (`a{b}`) are not known here. A known field that the object lacks is left out.
 */
export function fieldPicker(node: {
  readonly type: string;
  readonly known: readonly string[];
  readonly defaults: readonly string[];
}): (wanted: string | null) => Picking {
  const pickerFor = remember(20, (wanted): Picking => {
    const names = wanted
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    for (const name of names) {
      if (!node.known.includes(name)) throw nonexistingField(name, node.type);
    }
    const chosen = names.length === 0 ? node.defaults : [...new Set([...names, "id"])];
    return (object) => {
      const picked: Record<string, JsonValue> = {};
      for (const name of chosen) {
        const value = Object.hasOwn(object, name) ? object[name] : undefined;
        if (value !== undefined) picked[name] = value;
      }
      return picked;
    };
  });
  return (wanted) => pickerFor(wanted ?? "");
}

/** Meta's name for the phone number node. */
export const phoneNumberType = "WhatsAppBusinessPhoneNumber";

/** `(#100) Tried accessing nonexisting field (x) on node type (Y)`. */
export function nonexistingField(name: string, type: string): Error {
  return badParameter(`Tried accessing nonexisting field (${name}) on node type (${type})`);
}
