import { LUA_FUNCTIONS } from "../../src/runtime/lua-api";
import { END, leb } from "../../src/sandbox/page/wasm/opcodes";
import {
  codeSection,
  concatBytes,
  FUNCTION,
  functionBodies,
  importedFunctions,
  MAGIC_BYTES,
  readSections,
  section,
  sectionOf,
} from "../../src/sandbox/page/wasm/sections";
import { TRACE_FUNCTIONS } from "../../src/steps/recorder/trace-api";
import { binaryChunkLoader } from "./binary-chunks";
import { closedFunctions, functionsLeftOut } from "./left-out";
import {
  callsOf,
  readData,
  readExports,
  readFunctionTypes,
  readTable,
  readTypes,
  SECTIONS,
} from "./read-module";
import { callingImport, FREE_IMPORT, findStrtod, importingStrtod, strtodType } from "./strtod";
import { withoutUnread } from "./unread-data";

/** What the runtime and the recorder of steps call. */
const USED: ReadonlySet<string> = new Set([...LUA_FUNCTIONS, ...TRACE_FUNCTIONS]);

/** Imports that reach files, processes and standard streams. */
const SYSTEM = /^(?:__syscall_|fd_|system$|exit$)/;

/** No locals, `unreachable`, `end`: the body of a function that is left out. */
const TRAP = Uint8Array.from([0x00, 0x00, END]);

/**
 * Takes out of wasmoon's `glue.wasm` what no script of this box can call: the libraries io, debug and package, most of os, the
 * loader of binary chunks, and whatever touches files and streams. The box thereby holds no such code at all. C's `strtod`
 * becomes an import (`src/runtime/strtod.ts`): it computes with 128 bits, which JavaScript's `Number` does without. In all, a
 * sixth less to download and compile. Functions keep their numbers; those left out end the VM when called. Throws if the module
 * looks different.
 */
export async function leanLua(wasm: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const leftOut = await functionsLeftOut(await WebAssembly.compile(wasm));
  const sections = readSections(wasm);
  const content = (id: number) => sectionOf(sections, id);
  const imports = importedFunctions(content(SECTIONS.import));
  const byIndex = <T>(own: readonly T[]) => new Map(own.map((each, index) => [index + imports.length, each]));
  const bodies = byIndex(functionBodies(content(SECTIONS.code)));
  const exports = readExports(content(SECTIONS.export));
  const exported = exports.filter(({ kind }) => kind === FUNCTION);
  const table = readTable(content(SECTIONS.element));

  const type = strtodType(readTypes(content(SECTIONS.type)));
  const strtod = findStrtod(
    type,
    byIndex(readFunctionTypes(content(SECTIONS.function))),
    new Set(exported.map(({ index }) => index)),
  );
  const closed = new Set([
    ...closedFunctions(table, leftOut, exported),
    ...binaryChunkLoader(bodies, readData(content(SECTIONS.data)), table),
  ]);

  const calls = new Map([...bodies].map(([index, body]) => [index, callsOf(body)]));
  const callsSystem = (index: number) =>
    calls.get(index)?.some((called) => SYSTEM.test(imports[called] ?? "")) === true;
  const reached = new Set<number>();
  const visit = (index: number): void => {
    if (reached.has(index) || closed.has(index) || callsSystem(index)) return;
    reached.add(index);
    if (index !== strtod) calls.get(index)?.forEach(visit);
  };
  for (const { name, index } of exported) if (USED.has(name)) visit(index);
  for (const index of table) visit(index);

  const lean = [...bodies].map(([index, body]) => {
    if (!reached.has(index)) return TRAP;
    return index === strtod ? callingImport(imports.indexOf(FREE_IMPORT)) : body;
  });
  const kept = exports.filter(({ kind, name }) => kind !== FUNCTION || USED.has(name));
  const changed: Readonly<Record<number, readonly Uint8Array[]>> = {
    [SECTIONS.import]: [importingStrtod(content(SECTIONS.import), type)],
    [SECTIONS.export]: [Uint8Array.from(leb(kept.length)), ...kept.map(({ entry }) => entry)],
    [SECTIONS.code]: codeSection(lean.map((body) => [body])),
    [SECTIONS.data]: [withoutUnread(content(SECTIONS.data), lean)],
  };
  const parts = sections.filter(({ id }) => id !== SECTIONS.custom);
  return concatBytes([
    wasm.subarray(0, MAGIC_BYTES),
    ...parts.map((own) => section(own.id, changed[own.id] ?? [own.content])),
  ]);
}
