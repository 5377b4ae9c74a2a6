import { LUA_FUNCTIONS } from "../../src/runtime/lua-api";
import { afterInstruction, CALL, leb, readLeb } from "../../src/sandbox/page/wasm/opcodes";
import {
  codeSection,
  concatBytes,
  firstInstruction,
  functionBodies,
  importedFunctions,
  MAGIC_BYTES,
  nameAt,
  readSections,
  SECTION,
  section,
  sectionOf,
  type WasmSection,
} from "../../src/sandbox/page/wasm/sections";
import { TRACE_FUNCTIONS } from "../../src/steps/recorder/trace-api";
import { CLOSED_LIBRARIES, functionsLeftOut, type LibraryFunction } from "./left-out";

/** What the runtime and the recorder of steps call. */
const USED: ReadonlySet<string> = new Set([...LUA_FUNCTIONS, ...TRACE_FUNCTIONS]);

/** Imports that reach files, processes and standard streams. */
const SYSTEM = /^(?:__syscall_|fd_|system$|exit$)/;

/** No locals, `unreachable`, `end`: the body of a function that is left out. */
const TRAP = Uint8Array.from([0x00, 0x00, 0x0b]);

/**
 * Takes out of wasmoon's `glue.wasm` what no script of this box can call: the libraries io, debug and package, most of os, and
 * whatever touches files and streams. The box thereby holds no such code at all, and has a tenth less to download and compile.
 * Functions keep their numbers; those left out end the VM when called. Throws if the module looks different.
 */
export async function leanLua(wasm: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const leftOut = await functionsLeftOut(await WebAssembly.compile(wasm));
  const sections = readSections(wasm);
  const imports = importedFunctions(sectionOf(sections, SECTION.import));
  const bodies = functionBodies(sectionOf(sections, SECTION.code));
  const exported = readExports(sectionOf(sections, SECTION.export));
  const calls = bodies.map(callsOf);

  const table = readTable(sectionOf(sections, SECTION.element));
  const closed = closedFunctions(table, leftOut, exported);
  const callsSystem = (index: number) =>
    (calls[index - imports.length] ?? []).some((called) => SYSTEM.test(imports[called] ?? ""));
  const kept = exported.filter(({ kind, name }) => kind !== FUNCTION || USED.has(name));

  const reached = new Set<number>();
  const visit = (index: number): void => {
    if (reached.has(index) || closed.has(index) || callsSystem(index)) return;
    reached.add(index);
    calls[index - imports.length]?.forEach(visit);
  };
  for (const { kind, index } of kept) if (kind === FUNCTION) visit(index);
  for (const index of table) visit(index);

  const lean = (own: WasmSection): readonly Uint8Array[] => {
    if (own.id === SECTION.export)
      return [Uint8Array.from(leb(kept.length)), ...kept.map(({ entry }) => entry)];
    if (own.id !== SECTION.code) return [own.content];
    return codeSection(bodies.map((body, index) => [reached.has(index + imports.length) ? body : TRAP]));
  };
  const parts = sections.filter(({ id }) => id !== SECTION.custom);
  return concatBytes([wasm.subarray(0, MAGIC_BYTES), ...parts.map((own) => section(own.id, lean(own)))]);
}

const FUNCTION = 0x00;

interface Export {
  readonly name: string;
  readonly kind: number;
  readonly index: number;
  /** As it stands in the section. */
  readonly entry: Uint8Array;
}

function readExports(content: Uint8Array): readonly Export[] {
  let [count, at] = readLeb(content, 0);
  const found: Export[] = [];
  for (; count > 0; count--) {
    const [name, behind] = nameAt(content, at);
    const [index, next] = readLeb(content, behind + 1);
    found.push({ name, kind: content[behind] ?? 0, index, entry: content.subarray(at, next) });
    at = next;
  }
  return found;
}

/** Indices of the functions in the table, by their places. The first place is 1: an address of 0 is C's null. */
function readTable(content: Uint8Array): readonly number[] {
  const [segments, flags, i32const, first, end] = content;
  if (segments !== 1 || flags !== 0 || i32const !== 0x41 || first !== 1 || end !== 0x0b)
    throw new Error("The Lua VM's table of functions looks different: check lean-lua.ts.");
  let [count, at] = readLeb(content, 5);
  const table = [-1];
  for (; count > 0; count--) {
    const [index, next] = readLeb(content, at);
    table.push(index);
    at = next;
  }
  return table;
}

/**
 * Indices of the library functions that are left out. The linker keeps a library's functions together, so what lies between
 * two functions of a closed library is its own as well: what it calls back, and what opens it.
 */
function closedFunctions(
  table: readonly number[],
  leftOut: readonly LibraryFunction[],
  exported: readonly Export[],
): ReadonlySet<number> {
  // A function with upvalues shows the place of its closure in memory instead: the few that have some are a library's own.
  const indexOf = ({ place }: LibraryFunction) => table[place] ?? [];
  const closed = new Set(leftOut.flatMap(indexOf));
  for (const library of CLOSED_LIBRARIES) {
    const opener = exported.find(({ name }) => name === `luaopen_${library}`);
    if (opener === undefined) throw new Error(`The Lua VM has no library ${library}: check lean-lua.ts.`);
    const own = leftOut.filter(({ name }) => name.startsWith(`${library}.`));
    const indices = [opener.index, ...own.flatMap(indexOf)];
    for (let index = Math.min(...indices); index <= Math.max(...indices); index++) closed.add(index);
  }
  return closed;
}

/** Indices of the functions that a function's body calls directly. */
export function callsOf(body: Uint8Array): readonly number[] {
  const called: number[] = [];
  for (let at = firstInstruction(body); at < body.length; at = afterInstruction(body, at))
    if (body[at] === CALL) called.push(readLeb(body, at + 1)[0]);
  return called;
}
