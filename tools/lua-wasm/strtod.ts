import { CALL, END, leb } from "../../src/sandbox/page/wasm/opcodes";
import { FUNCTION } from "../../src/sandbox/page/wasm/sections";
import { indexOfBytes } from "./read-module";

/** `double (char *, char **)` as the type of a function. */
const TYPE = [0x60, 2, 0x7f, 0x7f, 1, 0x7c];

/** An import that nothing calls once io and os are left out. */
export const FREE_IMPORT = "system";

/** The index of strtod's type. Throws if a module with these types has no such function. */
export function strtodType(types: readonly Uint8Array[]): number {
  const index = types.findIndex((type) => String(type) === String(TYPE));
  if (index < 0) throw new Error("The Lua VM has no function like strtod: check strtod.ts.");
  return index;
}

/**
 * Finds C's `strtod`: the only function of its `type` that the module doesn't export. `functions` has the type of each function,
 * by index. Throws if there is another one.
 */
export function findStrtod(
  type: number,
  functions: ReadonlyMap<number, number>,
  exported: ReadonlySet<number>,
): number {
  const found = [...functions].filter(([index, own]) => own === type && !exported.has(index));
  const [strtod] = found;
  if (strtod === undefined || found.length > 1)
    throw new Error(`The Lua VM has ${found.length} functions like strtod: check strtod.ts.`);
  return strtod[0];
}

/** The body of a function that calls an import with its two arguments. */
export const callingImport = (index: number): Uint8Array =>
  Uint8Array.from([0, 0x20, 0, 0x20, 1, CALL, ...leb(index), END]);

/** Returns an import section in which the free import is `strtod`. Throws if that import is missing. */
export function importingStrtod(content: Uint8Array, type: number): Uint8Array {
  const named = (name: string) => Uint8Array.from([name.length, ...new TextEncoder().encode(name), FUNCTION]);
  const at = indexOfBytes(content, named(FREE_IMPORT));
  if (at < 0) throw new Error(`The Lua VM doesn't import ${FREE_IMPORT}: check strtod.ts.`);
  const changed = content.slice();
  // The two names are equally long, and so are the two types: a byte each.
  changed.set([...named("strtod"), ...leb(type)], at);
  return changed;
}
