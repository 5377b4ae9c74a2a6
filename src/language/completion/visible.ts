import type { Binding, Script } from "../parse/ast";

/** Locals that can be named at an offset, the innermost of each name. */
export function visibleBindings(script: Script, offset: number): Binding[] {
  const byName = new Map<string, Binding>();
  for (const binding of script.bindings)
    if (binding.text !== "" && binding.visibleFrom <= offset && offset <= binding.visibleTo)
      byName.set(binding.text, binding);
  return [...byName.values()];
}
