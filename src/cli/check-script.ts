import { catalog } from "../integrations";
import type { WorldData } from "../integrations/world-data";
import { diagnostics } from "../language";
import type { ScriptSource } from "./script-source";

/**
 * What the editor would mark in a script against accounts and a world, one line each
 * (`order.lua:3:7: error missing-field: …`, columns in characters from 1), and whether one is an error.
 */
export function checkScript(
  { name, text }: ScriptSource,
  accounts: readonly string[],
  data: WorldData,
): { readonly lines: readonly string[]; readonly failed: boolean } {
  const found = diagnostics(text, { catalog, accounts: () => accounts, data: () => data });
  return {
    lines: found.map(({ start, severity, code, message }) => {
      const before = text.slice(0, start).split("\n");
      const column = [...(before.at(-1) ?? "")].length + 1;
      return `${name}:${before.length}:${column}: ${severity} ${code}: ${message}`;
    }),
    failed: found.some(({ severity }) => severity === "error"),
  };
}
