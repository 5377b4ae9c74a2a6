import { addressesOf, type DataSegment, findData } from "./read-module";

/** What only the loader of binary chunks says (`lundump.c` of Lua 5.4). */
const ITS_MESSAGES = ["truncated chunk", "%s: bad binary format (%s)"];

/**
 * Finds the functions that load binary chunks, which scripts don't get: `load` takes text only. `bodyOf` has the bodies of a
 * module's functions by index. The parser, which calls them after it has refused a binary chunk, names a message too; it is
 * called by address, so it is in `table`. Throws if there are no such functions.
 */
export function binaryChunkLoader(
  bodyOf: ReadonlyMap<number, Uint8Array>,
  data: readonly DataSegment[],
  table: readonly number[],
): readonly number[] {
  return ITS_MESSAGES.flatMap((message) => {
    // Between two zeros: not the end of another text.
    const address = findData(data, new TextEncoder().encode(`\0${message}\0`), `"${message}"`).address + 1;
    const found = [...bodyOf].filter(
      ([index, body]) => !table.includes(index) && addressesOf(body).includes(address),
    );
    if (found.length === 0)
      throw new Error(`No function of the Lua VM says "${message}": check binary-chunks.ts.`);
    return found.map(([index]) => index);
  });
}
