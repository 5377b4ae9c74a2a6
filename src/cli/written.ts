import type { ScriptError } from "../runtime/host";
import type { JsonValue } from "../shared/json";

/** A returned value as `print` would write it (`docs/runtime.md`): two spaces a level, strings bare. */
export function written(value: JsonValue, indent = ""): string {
  if (value === null) return "nil";
  if (typeof value !== "object") return String(value);
  const inner = `${indent}  `;
  const [open, close, lines] = Array.isArray(value)
    ? ["[", "]", value.map((item: JsonValue) => written(item, inner))]
    : ["{", "}", Object.entries(value).map(([key, item]) => `${key}: ${written(item, inner)}`)];
  if (lines.length === 0) return "{}";
  return `${open}\n${lines.map((line) => inner + line).join(",\n")}\n${indent}${close}`;
}

/** An error as Lua's own interpreter shows it: the message, then the script's frames, innermost first. */
export function writtenError({ message, traceback }: ScriptError, script: string): string {
  if (traceback.length === 0) return message;
  const frames = traceback.flatMap(({ line, what, skippedAfter }) => [
    `\t${script}:${line}: in ${what}`,
    ...(skippedAfter === undefined ? [] : [`\t... (skipping ${skippedAfter} levels)`]),
  ]);
  return [message, "stack traceback:", ...frames].join("\n");
}
