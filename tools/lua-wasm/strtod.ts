import { CALL, leb, readLeb } from "../../src/sandbox/page/wasm/opcodes";
import { concatBytes, nameAt } from "../../src/sandbox/page/wasm/sections";
import { FUNCTION } from "./read-module";

/** `double (char *, char **)` as the type of a function. */
const TYPE = [0x60, 2, 0x7f, 0x7f, 1, 0x7c];
/** An import that nothing calls once io and os are left out. */
const FREE_IMPORT = "system";

/**
 * Finds C's `strtod`: the only function of its type that the module doesn't export. `types` are a module's types, `functions`
 * the type of each function, by index. Throws if there is another one.
 */
export function findStrtod(
  types: readonly Uint8Array[],
  functions: ReadonlyMap<number, number>,
  exported: ReadonlySet<number>,
): number {
  const type = typeIndex(types);
  const found = [...functions].filter(([index, own]) => own === type && !exported.has(index));
  const [strtod] = found;
  if (strtod === undefined || found.length > 1)
    throw new Error(`The Lua VM has ${found.length} functions like strtod: check strtod.ts.`);
  return strtod[0];
}

/** The body of a function that calls an import with its two arguments. */
export const callingImport = (index: number): Uint8Array =>
  Uint8Array.from([0, 0x20, 0, 0x20, 1, CALL, ...leb(index), 0x0b]);

/**
 * Returns an import section in which the free import is `strtod`, and that import's index. Functions keep their indices.
 * Throws if the free import is missing.
 */
export function importingStrtod(
  content: Uint8Array,
  types: readonly Uint8Array[],
): { content: Uint8Array; index: number } {
  let [count, at] = readLeb(content, 0);
  for (let index = 0; index < count; index++) {
    const [, field] = nameAt(content, at);
    const [name, kind] = nameAt(content, field);
    if (content[kind] !== FUNCTION) break;
    const [, next] = readLeb(content, kind + 1);
    if (name === FREE_IMPORT) {
      const strtod = new TextEncoder().encode("strtod");
      const entry = Uint8Array.from([strtod.length, ...strtod, FUNCTION, ...leb(typeIndex(types))]);
      return { content: concatBytes([content.subarray(0, field), entry, content.subarray(next)]), index };
    }
    at = next;
  }
  throw new Error(`The Lua VM doesn't import ${FREE_IMPORT}: check strtod.ts.`);
}

/** The index of strtod's type. Throws if the module has no such type. */
function typeIndex(types: readonly Uint8Array[]): number {
  const index = types.findIndex(
    (type) => type.length === TYPE.length && TYPE.every((byte, at) => type[at] === byte),
  );
  if (index < 0) throw new Error("The Lua VM has no function like strtod: check strtod.ts.");
  return index;
}
