import type { JsonObject, JsonValue } from "../../../../shared/json";
import { remember } from "../remember";
import { badParameter } from "./refusal";

type Picking = (object: JsonObject) => JsonObject;

/**
 * Returns what picks the fields of a node's objects: those that `fields=` asks for, in that order, and always `id`. Without
 * `fields` it picks the defaults. An unknown field answers `(#100) Tried accessing nonexisting field …`, as was observed.
 * Fields in braces (`a{b}`) are unknown here. A known field that the object lacks is left out.
 */
export function fieldPicker(
  type: string,
  defaults: readonly string[],
  others: readonly string[] = [],
): (wanted: string | null) => Picking {
  const pickerFor = remember(20, (wanted): Picking => {
    const names = wanted
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    for (const name of names) {
      if (!defaults.includes(name) && !others.includes(name)) throw nonexistingField(name, type);
    }
    const chosen = names.length === 0 ? defaults : [...new Set([...names, "id"])];
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
