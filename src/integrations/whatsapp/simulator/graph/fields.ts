import type { JsonObject, JsonValue } from "../../../../shared/json";
import { remember } from "../remember";
import { badParameter } from "./refusal";

type Picking = (object: JsonObject) => JsonObject;

/**
 * Returns a function that picks fields of a node's objects: those in `fields=`, in that order, and always `id`. Without `fields`
 * it picks the defaults. Field names are passed separated by spaces. An unknown field fails with `(#100) Tried accessing
 * nonexisting field …`, as observed. A known field that the object lacks is left out. `nested` handles braces (`a{b}`).
 */
export function fieldPicker(type: string, defaults: string, others = ""): (wanted: string | null) => Picking {
  const pickerFor = remember(20, (wanted): Picking => {
    const usual = defaults.split(" ");
    const known = new Set([...usual, ...others.split(" ")]);
    const names = wanted
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    for (const name of names) if (!known.has(name)) throw nonexistingField(name, type);
    const chosen = names.length === 0 ? usual : [...new Set([...names, "id"])];
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
