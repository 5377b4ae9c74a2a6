/** Globals that do not exist, and locals that nobody reads. */

import { visibleBindings } from "../completion/visible";
import type { LanguageContext } from "../context";
import type { Script } from "../parse/ast";
import { nodes } from "../parse/walk";
import { LIBRARIES, libraryEntries, REMOVED, standardEntry, standardGlobals } from "../stdlib";
import { valueIn } from "../values";
import { type Diagnostic, didYouMean, mark, nearest, rename } from "./diagnostic";

/** A script that reaches for its globals by other means can have any. */
const OTHER_MEANS: ReadonlySet<string> = new Set(["_G", "_ENV", "load"]);

/** Marks for names. */
export function checkNames(script: Script, context: LanguageContext): Diagnostic[] {
  return [...checkGlobals(script), ...checkRemovedMembers(script, context), ...unused(script)];
}

function checkGlobals(script: Script): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { written } = script;
  const usesEnv = script.bindings.some((binding) => binding.text === "_ENV");
  const open = usesEnv || script.globals.some((global) => OTHER_MEANS.has(global.text));
  const known = [...standardGlobals().map((entry) => entry.name), ...LIBRARIES.keys(), ...written, "app"];
  for (const { text, start, end, write } of script.globals) {
    if (text === "") continue;
    if (write && text.startsWith("__")) {
      const message = "Lua code may not assign __-prefixed bridge globals.";
      found.push(mark("bridge-global", { start, end }, message));
    }
    if (written.has(text) || text === "app" || text === "_ENV") continue;
    if (standardEntry(text) !== undefined || LIBRARIES.has(text)) continue;
    const reason = REMOVED.get(text);
    if (reason !== undefined) {
      const message = `\`${text}\` does not exist here: ${reason}.`;
      found.push(mark("removed-global", { start, end }, message));
    } else if (!open) {
      const locals = visibleBindings(script, start).map((binding) => binding.text);
      const meant = nearest(text, [...locals, ...known]);
      const message = `Nothing is called \`${text}\` here.${didYouMean(meant)}`;
      const fixes = meant === null ? [] : [rename({ start, end }, meant)];
      found.push(mark("undefined-global", { start, end }, message, { fixes }));
    }
  }
  return found;
}

/** `os.exit`, `string.dump`, `table.lenght`. */
function checkRemovedMembers(script: Script, { catalog }: LanguageContext): Diagnostic[] {
  const extended = new Set(
    nodes(script).statements.flatMap((node) => {
      const targets = node.kind === "assign" ? node.targets : node.kind === "function" ? [node.target] : [];
      return targets.map((target) => target.start);
    }),
  );
  return nodes(script).expressions.flatMap((node): Diagnostic[] => {
    if (node.kind !== "member" || node.style !== "." || node.name.text === "" || extended.has(node.start))
      return [];
    const library = valueIn(node.object, script, catalog);
    if (library?.kind !== "standard" || !LIBRARIES.has(library.name)) return [];
    const full = `${library.name}.${node.name.text}`;
    if (standardEntry(full) !== undefined) return [];
    const reason = REMOVED.get(full);
    if (reason !== undefined) {
      const message = `\`${full}\` does not exist here: ${reason}.`;
      return [mark("removed-global", node.name, message)];
    }
    const names = libraryEntries(library.name).map((entry) => entry.name.slice(library.name.length + 1));
    const meant = nearest(node.name.text, names);
    // Without a near name it may be a field the script adds by means not seen here.
    if (meant === null) return [];
    const message = `There is no \`${full}\`.${didYouMean(meant)}`;
    return [mark("undefined-global", node.name, message, { fixes: [rename(node.name, meant)] })];
  });
}

function unused(script: Script): Diagnostic[] {
  // While something is missing, so may be the place that reads the local.
  if (script.errors.length > 0) return [];
  return script.bindings
    .filter(({ kind, text, attrib, uses, start, end }) => {
      if ((kind !== "local" && kind !== "function") || start === end) return false;
      return attrib !== "close" && !text.startsWith("_") && uses.every((use) => use.write);
    })
    .map((binding) => mark("unused-local", binding, `\`${binding.text}\` is never read.`));
}
