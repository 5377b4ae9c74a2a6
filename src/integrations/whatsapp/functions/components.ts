import { isJsonArray, isJsonObject, type JsonValue, member, parseJson } from "../../../shared/json";
import type { CallArguments } from "../../catalog";

/**
 * The template components of a call: an array as it is, a JSON string parsed, empty if absent.
 * Throws when it is something else.
 */
export function componentsOf(args: CallArguments): readonly JsonValue[] {
  const given = Object.hasOwn(args, "components") ? args.components : undefined;
  const value = typeof given === "string" ? parse(given) : given;
  if (value === undefined || value === null) return [];
  if (isJsonArray(value)) return value;
  // An empty Lua table may arrive as an object: there is nothing in it to tell the two apart.
  if (isJsonObject(value) && Object.keys(value).length === 0) return [];
  throw new Error('Parameter "components" must be an array, or a JSON string of one.');
}

/** Each parameter of the components in a line: where it goes (`Body 1`, `Button 0`), and what it says. */
export function describeComponents(
  components: readonly JsonValue[],
): readonly { readonly label: string; readonly value: string }[] {
  return components.flatMap((component) => {
    const type = String(member(component, "type") ?? "component").toLowerCase();
    const place = type.charAt(0).toUpperCase() + type.slice(1);
    const index = member(component, "index");
    const parameters = member(component, "parameters");
    if (!isJsonArray(parameters)) return [];
    return parameters.map((parameter, position) => {
      const name = member(parameter, "parameter_name") ?? (type === "button" ? (index ?? 0) : position + 1);
      return { label: `${place} ${plain(name)}`, value: parameterText(parameter) };
    });
  });
}

function parameterText(parameter: JsonValue): string {
  const type = member(parameter, "type");
  const content = typeof type === "string" ? member(parameter, type.toLowerCase()) : undefined;
  const best = ["fallback_value", "link", "id", "name"].map((key) => member(content, key)).find(isPresent);
  return plain(best ?? content ?? parameter);
}

function plain(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isPresent(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined;
}

function parse(text: string): JsonValue | undefined {
  return text.trim() === "" ? undefined : (parseJson(text) ?? text);
}
