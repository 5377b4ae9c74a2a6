/** A WebAssembly module as sections (core specification, chapter "Modules" of the binary format). */
import { leb, readLeb } from "./opcodes";

/** The ids of sections. */
export const SECTION = { custom: 0, import: 2, global: 6, export: 7, element: 9, code: 10 } as const;
/** The magic number and the version in front of the sections. */
export const MAGIC_BYTES = 8;

/** The kind of an import or export that is a function. */
export const FUNCTION = 0x00;

export interface WasmSection {
  readonly id: number;
  readonly content: Uint8Array;
}

/** The sections of a module, in their order. */
export function readSections(wasm: Uint8Array): readonly WasmSection[] {
  const sections: WasmSection[] = [];
  let at = MAGIC_BYTES;
  while (at < wasm.length) {
    const [size, start] = readLeb(wasm, at + 1);
    sections.push({ id: wasm[at] ?? 0, content: wasm.subarray(start, start + size) });
    at = start + size;
  }
  return sections;
}

/** Returns the content of a section by its id. Throws if the module has no such section. */
export function sectionOf(sections: readonly WasmSection[], wanted: number): Uint8Array {
  const found = sections.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`The Lua VM's module has no section ${wanted}.`);
  return found.content;
}

/** The names of the functions that an import section begins with. They have the first indices among functions, in this order. */
export function importedFunctions(imports: Uint8Array): readonly string[] {
  const names: string[] = [];
  let [count, at] = readLeb(imports, 0);
  for (; count > 0; count--) {
    const [, field] = nameAt(imports, at);
    const [name, kind] = nameAt(imports, field);
    if (imports[kind] !== FUNCTION) break;
    names.push(name);
    at = readLeb(imports, kind + 1)[1];
  }
  return names;
}

/** The bodies of a code section's functions, declared locals in front, in their order. */
export function functionBodies(code: Uint8Array): readonly Uint8Array[] {
  const [count, start] = readLeb(code, 0);
  const bodies: Uint8Array[] = [];
  let at = start;
  while (bodies.length < count) {
    const [size, body] = readLeb(code, at);
    bodies.push(code.subarray(body, body + size));
    at = body + size;
  }
  return bodies;
}

/** Where a function's instructions begin, behind its declared locals. */
export function firstInstruction(body: Uint8Array): number {
  let [groups, at] = readLeb(body, 0);
  for (; groups > 0; groups--) at = readLeb(body, at)[1] + 1;
  return at;
}

/** A code section's content from its functions' bodies, each in pieces. */
export function codeSection(bodies: readonly (readonly Uint8Array[])[]): readonly Uint8Array[] {
  const sized = bodies.flatMap((pieces) => [Uint8Array.from(leb(lengthOf(pieces))), ...pieces]);
  return [Uint8Array.from(leb(bodies.length)), ...sized];
}

/** A name and the offset behind it. */
export function nameAt(bytes: Uint8Array, at: number): readonly [name: string, next: number] {
  const [length, start] = readLeb(bytes, at);
  return [new TextDecoder().decode(bytes.subarray(start, start + length)), start + length];
}

/** A section's bytes from pieces of its content. */
export function section(id: number, content: readonly Uint8Array[]): Uint8Array {
  return concatBytes([Uint8Array.from([id, ...leb(lengthOf(content))]), ...content]);
}

/** The parts as one. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
