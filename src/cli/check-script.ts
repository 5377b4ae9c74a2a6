import { catalog } from "../integrations";
import type { FollowedWorlds } from "../integrations/followed-worlds";
import { contextOf, loadEditorHelp } from "../language/context";
import { diagnostics } from "../language/diagnostics/diagnostics";
import type { ScriptSource } from "./script-source";

/**
 * What the editor would mark in a script against these worlds, one line each (`order.lua:3:7: error missing-field: …`,
 * columns in characters from 1), and whether one is an error.
 */
export async function checkScript(
  { name, text }: ScriptSource,
  worlds: FollowedWorlds,
): Promise<{ readonly lines: readonly string[]; readonly failed: boolean }> {
  const accounts = Object.fromEntries(
    catalog.integrations.map(({ id }) => [id, [...new Set(["default", ...worlds.accountNames(id)])]]),
  );
  const context = contextOf(catalog, await loadEditorHelp(catalog), { accounts, data: worlds.named() });
  const found = diagnostics(text, context);
  return {
    lines: found.map(({ start, severity, code, message }) => {
      const before = text.slice(0, start).split("\n");
      const column = [...(before.at(-1) ?? "")].length + 1;
      return `${name}:${before.length}:${column}: ${severity} ${code}: ${message}`;
    }),
    failed: found.some(({ severity }) => severity === "error"),
  };
}
