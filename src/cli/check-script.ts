import { catalog } from "../integrations";
import { diagnostics } from "../language";
import type { ScriptSource } from "./script-source";

/** What the editor would mark in a script, one line each (`order.lua:3:7: error: …`), and whether one is an error. */
export function checkScript(
  { name, text }: ScriptSource,
  accounts: readonly string[],
): { readonly lines: readonly string[]; readonly failed: boolean } {
  const found = diagnostics(text, { catalog, accounts: () => accounts });
  return {
    lines: found.map(({ start, severity, message }) => {
      const before = text.slice(0, start).split("\n");
      return `${name}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}: ${severity}: ${message}`;
    }),
    failed: found.some(({ severity }) => severity === "error"),
  };
}
