/**
 * JavaScriptCore only terminates a worker while JavaScript runs: a loop in compiled WebAssembly keeps burning a core as long as
 * the page lives, even after its worker was terminated (measured in WebKitGTK 2.50: every endless Lua loop). To let Stop end
 * them there too, each loop of the VM's module calls out now and then.
 */
import { LOOP_CALL } from "../../../shared/loop-call";
import { afterInstruction, LOOP, leb, readLeb } from "./opcodes";

/** Rounds of loops between two calls: some milliseconds of work. */
const ROUNDS = 1 << 20;

const SECTION = { import: 2, global: 6, code: 10 } as const;
const MAGIC_BYTES = 8;
const [I32, MUTABLE, END] = [0x7f, 0x01, 0x0b];
const FUNCTION_IMPORT = 0x00;

/**
 * Returns the module with every loop calling JavaScript once in about a million rounds. Takes the bytes of wasmoon's
 * `glue.wasm`, and throws if they are not.
 */
export function endableLoops(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = readSections(wasm);
  const called = callImport(sectionOf(sections, SECTION.import));
  const globals = sectionOf(sections, SECTION.global);
  const [count, first] = readLeb(globals, 0);
  const counter = count;
  const parts: Uint8Array[] = [wasm.subarray(0, MAGIC_BYTES)];
  for (const { id, content } of sections) {
    if (id === SECTION.global) {
      const added = [I32, MUTABLE, 0x41, ...signedLeb(ROUNDS), END];
      parts.push(
        section(id, [Uint8Array.from(leb(count + 1)), globals.subarray(first), Uint8Array.from(added)]),
      );
    } else if (id === SECTION.code) {
      parts.push(section(id, rewritten(content, check(counter, called))));
    } else parts.push(section(id, [content]));
  }
  return joined(parts);
}

/** `if (--counter === 0) { counter = ROUNDS; called(); }` as instructions that leave the stack as it was. */
function check(counter: number, called: number): Uint8Array {
  const [get, set] = [0x23, 0x24];
  return Uint8Array.from([
    ...[get, ...leb(counter), 0x41, 1, 0x6b, set, ...leb(counter)], // counter - 1
    ...[get, ...leb(counter), 0x45, 0x04, 0x40], // i32.eqz, if
    ...[0x41, ...signedLeb(ROUNDS), set, ...leb(counter)],
    ...[0x10, ...leb(called), 0x1a, END], // call, drop
  ]);
}

/** The code section's content with `check` at the head of every loop. */
function rewritten(code: Uint8Array, check: Uint8Array): readonly Uint8Array[] {
  const [functions, start] = readLeb(code, 0);
  const parts: Uint8Array[] = [code.subarray(0, start)];
  let at = start;
  for (let index = 0; index < functions; index++) {
    const [size, body] = readLeb(code, at);
    const pieces = withChecks(code.subarray(body, body + size), check);
    parts.push(Uint8Array.from(leb(lengthOf(pieces))), ...pieces);
    at = body + size;
  }
  return parts;
}

/** One function's body, its declared locals in front. */
function withChecks(body: Uint8Array, check: Uint8Array): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let [groups, at] = readLeb(body, 0);
  for (; groups > 0; groups--) at = readLeb(body, at)[1] + 1;
  let copied = 0;
  while (at < body.length) {
    const isLoop = body[at] === LOOP;
    at = afterInstruction(body, at);
    if (!isLoop) continue;
    pieces.push(body.subarray(copied, at), check);
    copied = at;
  }
  pieces.push(body.subarray(copied));
  return pieces;
}

interface Section {
  readonly id: number;
  readonly content: Uint8Array;
}

function readSections(wasm: Uint8Array): readonly Section[] {
  const sections: Section[] = [];
  let at = MAGIC_BYTES;
  while (at < wasm.length) {
    const [size, start] = readLeb(wasm, at + 1);
    sections.push({ id: wasm[at] ?? 0, content: wasm.subarray(start, start + size) });
    at = start + size;
  }
  return sections;
}

function sectionOf(sections: readonly Section[], wanted: number): Uint8Array {
  const found = sections.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`The Lua VM's module has no section ${wanted}.`);
  return found.content;
}

/** The index of the function that is called: imports come first among functions, in their order. */
function callImport(imports: Uint8Array): number {
  let [count, at] = readLeb(imports, 0);
  for (let index = 0; count > 0; count--, index++) {
    const [, field] = nameAt(imports, at);
    const [name, kind] = nameAt(imports, field);
    if (imports[kind] !== FUNCTION_IMPORT) break;
    if (name === LOOP_CALL) return index;
    at = readLeb(imports, kind + 1)[1];
  }
  throw new Error(`The Lua VM's module does not import ${LOOP_CALL}.`);
}

function nameAt(bytes: Uint8Array, at: number): readonly [name: string, next: number] {
  const [length, start] = readLeb(bytes, at);
  return [new TextDecoder().decode(bytes.subarray(start, start + length)), start + length];
}

function section(id: number, content: readonly Uint8Array[]): Uint8Array {
  return joined([Uint8Array.from([id, ...leb(lengthOf(content))]), ...content]);
}

/** A positive number as signed LEB128: the highest bit of the last byte's seven must be clear. */
function signedLeb(value: number): number[] {
  const bytes = leb(value);
  const last = bytes.at(-1) ?? 0;
  return last < 0x40 ? bytes : [...bytes.slice(0, -1), last + 0x80, 0];
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
