import type { Pointer } from "./lua-api";

const I32 = 0x7f;
/** One module for each signature, compiled once for all VMs. */
const wrappers = new Map<string, WebAssembly.Module>();

/**
 * Adds a JavaScript function with `args` numbers to a table, so that C can call it. Returns its address. A table takes only
 * functions of WebAssembly, so a small module imports the function and exports it.
 */
export function addFunction(
  table: WebAssembly.Table,
  fn: (...args: number[]) => unknown,
  args: number,
  hasResult: boolean,
): Pointer {
  const signature = `${args} ${hasResult}`;
  const wrapper = wrappers.get(signature) ?? new WebAssembly.Module(wrapperBytes(args, hasResult));
  wrappers.set(signature, wrapper);
  const { f } = new WebAssembly.Instance(wrapper, { e: { f: fn } }).exports;
  const address = table.grow(1);
  table.set(address, f);
  return address;
}

function wrapperBytes(args: number, hasResult: boolean): Uint8Array<ArrayBuffer> {
  const type = [0x60, args, ...Array<number>(args).fill(I32), ...(hasResult ? [1, I32] : [0])];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...[1, type.length + 1, 1, ...type], // types: one
    ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0], // imports: function "f" of "e"
    ...[7, 5, 1, 1, 0x66, 0, 0], // exports: it, as "f"
  ]);
}
