import { shorten } from "../../../shared/cut-text";
import { isJsonArray, isJsonObject, type JsonValue, member, parseJson } from "../../../shared/json";
import type { BodyPlace, CallArguments } from "../../catalog";

/**
 * The template components of a call: an array unchanged, a JSON string parsed, empty if absent. Throws if it is something else.
 */
export function componentsOf(args: CallArguments): readonly JsonValue[] {
  const given = Object.hasOwn(args, "components") ? args.components : undefined;
  const value = typeof given === "string" ? parse(given) : given;
  if (value === undefined || value === null) return [];
  if (isJsonArray(value)) return value;
  // An empty Lua table may arrive as an object: nothing in it tells the two apart.
  if (isJsonObject(value) && Object.keys(value).length === 0) return [];
  throw new Error('Parameter "components" must be an array, or a JSON string of one.');
}

/**
 * Where the values for a template's placeholders are: `Body 1`, `Button 0`, `Card 2, Header 1 link`. `at`: where the components are.
 */
export function componentPlaces(
  components: JsonValue | undefined,
  at: BodyPlace["at"],
  card = "",
): readonly BodyPlace[] {
  return itemsOf(components).flatMap((component, i) => {
    const here = [...at, i];
    const name = card + titleOf(member(component, "type"));
    const index = member(component, "index");
    const filled = itemsOf(member(component, "parameters")).flatMap((parameter, j) => {
      const which = name.endsWith("Button") ? (numberOf(index) ?? i) : j + 1;
      return parameterPlaces(parameter, [...here, "parameters", j], `${name} ${which}`);
    });
    const cards = itemsOf(member(component, "cards")).flatMap((one, k) =>
      componentPlaces(member(one, "components"), [...here, "cards", k, "components"], `Card ${k + 1}, `),
    );
    return [...filled, ...cards];
  });
}

/** A parameter's name if it has one, then its value: a text, or each field of a link, an amount, a location and so on. */
function parameterPlaces(parameter: JsonValue, at: BodyPlace["at"], label: string): readonly BodyPlace[] {
  const named = member(parameter, "parameter_name") === undefined ? [] : ["parameter_name"];
  const key = String(member(parameter, "type")).toLowerCase();
  const content = member(parameter, key);
  const name = named.map((field) => ({ label: `${label} name`, at: [...at, field] }));
  if (!isJsonObject(content)) return [...name, { label, at: [...at, key] }];
  const fields = Object.keys(content).map((field) => ({
    label: `${label} ${shorten(field, 40)}`,
    at: [...at, key, field],
  }));
  return [...name, ...fields];
}

function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

/** `Body` for `body`. A script can write anything here. */
function titleOf(type: JsonValue | undefined): string {
  const word = typeof type === "string" && /^[a-z_]{1,40}$/i.test(type) ? type.toLowerCase() : "component";
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function numberOf(index: JsonValue | undefined): string | null {
  return /^\d{1,3}$/.test(String(index)) ? String(index) : null;
}

function parse(text: string): JsonValue | undefined {
  return text.trim() === "" ? undefined : (parseJson(text) ?? text);
}
