/**
 * JavaScriptCore only terminates a worker while JavaScript runs: a loop in compiled WebAssembly keeps burning a core as long as
 * the page lives, even after its worker was terminated (measured in WebKitGTK 2.50: every endless Lua loop). To let Stop end
 * them there too, each loop of the VM's module calls out now and then.
 */
import { LOOP_CALL } from "../../../shared/loop-call";
import { afterInstruction, END, I32_CONST, LOOP, leb, readLeb } from "./opcodes";
import {
  codeSection,
  concatBytes,
  firstInstruction,
  functionBodies,
  importedFunctions,
  MAGIC_BYTES,
  readSections,
  SECTION,
  section,
  sectionOf,
} from "./sections";

/** Rounds of loops between two calls: some milliseconds of work. */
const ROUNDS = 1 << 20;

const [I32, MUTABLE] = [0x7f, 0x01];

/**
 * Returns the module with every loop calling JavaScript once in about a million rounds. Takes the bytes of wasmoon's
 * `glue.wasm`, and throws if they are not.
 */
export function endableLoops(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = readSections(wasm);
  const called = importedFunctions(sectionOf(sections, SECTION.import)).indexOf(LOOP_CALL);
  if (called < 0) throw new Error(`The Lua VM's module does not import ${LOOP_CALL}.`);
  const globals = sectionOf(sections, SECTION.global);
  const [count, first] = readLeb(globals, 0);
  const counter = count;
  const parts: Uint8Array[] = [wasm.subarray(0, MAGIC_BYTES)];
  for (const { id, content } of sections) {
    if (id === SECTION.global) {
      const added = [I32, MUTABLE, I32_CONST, ...signedLeb(ROUNDS), END];
      parts.push(
        section(id, [Uint8Array.from(leb(count + 1)), globals.subarray(first), Uint8Array.from(added)]),
      );
    } else if (id === SECTION.code) {
      const added = check(counter, called);
      parts.push(section(id, codeSection(functionBodies(content).map((body) => withChecks(body, added)))));
    } else parts.push(section(id, [content]));
  }
  return concatBytes(parts);
}

/** `if (--counter === 0) { counter = ROUNDS; called(); }` as instructions that leave the stack as it was. */
function check(counter: number, called: number): Uint8Array {
  const [get, set] = [0x23, 0x24];
  return Uint8Array.from([
    ...[get, ...leb(counter), I32_CONST, 1, 0x6b, set, ...leb(counter)], // counter - 1
    ...[get, ...leb(counter), 0x45, 0x04, 0x40], // i32.eqz, if
    ...[I32_CONST, ...signedLeb(ROUNDS), set, ...leb(counter)],
    ...[0x10, ...leb(called), 0x1a, END], // call, drop
  ]);
}

/** One function's body with `check` at the head of every loop. */
function withChecks(body: Uint8Array, check: Uint8Array): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (let at = firstInstruction(body); at < body.length; ) {
    const isLoop = body[at] === LOOP;
    at = afterInstruction(body, at);
    if (!isLoop) continue;
    pieces.push(body.subarray(copied, at), check);
    copied = at;
  }
  pieces.push(body.subarray(copied));
  return pieces;
}

/** A positive number as signed LEB128: the highest bit of the last byte's seven must be clear. */
function signedLeb(value: number): number[] {
  const bytes = leb(value);
  const last = bytes.at(-1) ?? 0;
  return last < 0x40 ? bytes : [...bytes.slice(0, -1), last + 0x80, 0];
}
