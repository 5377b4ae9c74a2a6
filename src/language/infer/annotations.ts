/** Types that comments declare, as lua-language-server reads them: `---@param`, `---@return`, `---@type`, `---@class`. */
import type { Field, Shape } from "../../integrations/catalog";
import { memoized } from "../../shared/memoized";
import { lineOf, startsLine } from "../lines";
import type { Binding, Expression, FunctionExpression, ParsedScript } from "../parse/ast";
import { nodes } from "../parse/walk";
import { spend } from "../work";

/** A type from a comment. */
export interface AnnotatedType {
  /** As written. */
  readonly text: string;
  /** `null` if it can be anything. */
  readonly shape: Shape | null;
  /** It may be nil. */
  readonly optional: boolean;
}

export interface Annotations {
  readonly types: ReadonlyMap<Binding, AnnotatedType>;
  readonly returns: ReadonlyMap<FunctionExpression, AnnotatedType>;
  /** Functions that return what they are passed (`@generic T`). */
  readonly generics: ReadonlyMap<FunctionExpression, Generic>;
  /** The local below a class's comment, whose methods its objects have. */
  readonly tables: ReadonlyMap<Shape, Binding>;
  /** Names that a type can have in this script: classes and aliases. */
  readonly names: readonly string[];
  /** Shapes of classes, which the script may fill with more than its comments say. */
  readonly shapes: ReadonlySet<Shape>;
}

/** The result is the argument at this position, or an entry of it. */
export interface Generic {
  readonly position: number;
  readonly entry: boolean;
}

/** Stands for a type that is not known. */
export const ANYTHING: Shape = { kind: "object", fields: {} };

/** What may follow `---@`. */
export const TAGS: ReadonlyMap<string, string> = new Map([
  ["param", "name and type of a parameter"],
  ["return", "type of a result"],
  ["type", "type of a local"],
  ["class", "declares a class"],
  ["field", "name and type of a class field"],
  ["alias", "type alias"],
  ["generic", "type parameter"],
  ["overload", "another signature"],
]);

/** Types that every script has. */
export const BASIC_TYPES = ["string", "number", "integer", "boolean", "table", "function", "nil", "any"];

interface Line {
  readonly tag: string;
  readonly text: string;
}

/** Reads the comments of a script. */
export const annotationsOf = memoized((script: ParsedScript): Annotations => {
  const blocks = blocksByTarget(script);
  const declared = new Map<string, string | Map<string, string>>();
  for (const { lines } of blocks) declare(lines, declared);
  const reader = new TypeReader(declared);
  const types = new Map<Binding, AnnotatedType>();
  const returns = new Map<FunctionExpression, AnnotatedType>();
  const generics = new Map<FunctionExpression, Generic>();
  const holders = new Map<string, Binding>();
  const byStart = new Map(blocks.map(({ target, lines }) => [target, lines]));
  for (const node of blocks.length === 0 ? [] : nodes(script).statements) {
    const lines = byStart.get(node.start);
    if (lines === undefined) continue;
    const value: Expression | undefined =
      node.kind === "localFunction" || node.kind === "function"
        ? node.body
        : node.kind === "local" || node.kind === "assign"
          ? node.values[0]
          : undefined;
    const [binding] = node.kind === "local" ? node.bindings : [];
    const generic = value?.kind === "function" ? genericOf(lines, value) : null;
    if (value?.kind === "function" && generic !== null) generics.set(value, generic);
    // Its parameter types depend on how it is called.
    const overloaded = lines.some(({ tag }) => tag === "overload");
    for (const { tag, text } of lines) {
      const named = tag === "class" ? CLASS.exec(text)?.[1] : undefined;
      if (named !== undefined && binding !== undefined) holders.set(named, binding);
      if (tag === "type" && binding !== undefined) types.set(binding, reader.read(text));
      if (value?.kind !== "function" || overloaded) continue;
      if (tag === "return" && !returns.has(value)) returns.set(value, reader.read(text));
      const [, name, mark, type = ""] = /^(\w+)(\?)?\s+(.+)$/.exec(text) ?? [];
      const parameter = tag === "param" ? value.parameters.find((one) => one.text === name) : undefined;
      if (parameter === undefined) continue;
      const read = reader.read(type);
      types.set(parameter, mark === undefined ? read : { ...read, optional: true });
    }
  }
  const tables = new Map<Shape, Binding>();
  for (const [name, holder] of holders) {
    const { shape } = reader.read(name);
    if (shape !== null) tables.set(shape, holder);
  }
  return { types, returns, generics, tables, names: [...declared.keys()], shapes: reader.shapes };
});

/** The name of a class, and what follows it. */
const CLASS = /^(?:\(exact\)\s*)?([\w.]+)(.*)$/s;

function genericOf(lines: readonly Line[], { parameters }: FunctionExpression): Generic | null {
  const names = lines.flatMap(({ tag, text }) =>
    tag === "generic" ? text.split(",").map((part) => /^\s*(\w+)/.exec(part)?.[1]) : [],
  );
  const result = lines.find(({ tag }) => tag === "return");
  const [, type] = /^(\w+)(?![\w<|?[])/.exec(result?.text ?? "") ?? [];
  if (type === undefined || !names.includes(type)) return null;
  for (const { tag, text } of lines) {
    const [, name, of, list] = (tag === "param" && /^(\w+)\??\s+(\w+)(\[\])?(?=\s|$)/.exec(text)) || [];
    const position = parameters.findIndex((parameter) => parameter.text === name);
    if (of === type && position >= 0) return { position, entry: list !== undefined };
  }
  return null;
}

/** Lines of comments right above the statement that begins at `target`. */
function blocksByTarget(script: ParsedScript): { readonly target: number; readonly lines: Line[] }[] {
  const blocks: { target: number; lines: Line[] }[] = [];
  let lines: Line[] = [];
  let last = -1;
  const close = (target: number) => {
    if (lines.length > 0) blocks.push({ target, lines });
    lines = [];
  };
  for (const { kind, text, start, end } of script.tokens) {
    if (kind === "space") continue;
    if (kind === "comment") spend(5);
    const line = lineOf(script, start);
    if (kind === "comment" && startsLine(script, start)) {
      if (line !== last + 1) close(-1);
      const [, tag, rest = ""] = /^---\s*@(\w+)\s*(.*)$/.exec(text) ?? [];
      if (tag !== undefined) lines.push({ tag, text: rest.trim() });
    } else close(line === last + 1 ? start : -1);
    last = lineOf(script, end);
  }
  close(-1);
  return blocks;
}

function declare(lines: readonly Line[], declared: Map<string, string | Map<string, string>>): void {
  let fields: Map<string, string> | null = null;
  for (const { tag, text } of lines) {
    const [, name, rest = ""] = CLASS.exec(text) ?? [];
    if (name === undefined) continue;
    if (tag === "class") {
      fields = new Map();
      const parent = declared.get(/^\s*:\s*([\w.]+)/.exec(rest)?.[1] ?? "");
      if (parent instanceof Map) for (const [key, type] of parent) fields.set(key, type);
      declared.set(name, fields);
    } else if (tag === "alias") declared.set(name, rest.trim());
    else if (tag === "field" && fields !== null) {
      const [, key, mark = "", type = ""] =
        /^(?:(?:public|private|protected|package)\s+)?(\w+)(\?)?\s+(.+)$/.exec(text) ?? [];
      if (key !== undefined) fields.set(key, mark === "" ? type : `${firstType(type)}?`);
    }
  }
}

/** The type at the start of a text; what follows is prose. */
function firstType(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (/[<({[]/.test(char)) depth++;
    else if (/[>)}\]]/.test(char)) depth--;
    else if (
      /\s/.test(char) &&
      depth === 0 &&
      !/[|,:]\s*$/.test(text.slice(0, at)) &&
      !/^\s*\|/.test(text.slice(at))
    )
      return text.slice(0, at);
  }
  return text;
}

class TypeReader {
  readonly shapes = new Set<Shape>();
  readonly #classes = new Map<string, Shape>();

  constructor(readonly declared: ReadonlyMap<string, string | ReadonlyMap<string, string>>) {}

  read(written: string, depth = 0): AnnotatedType {
    const text = firstType(written);
    const parts = splitAt(text, "|").map((part) => part.trim());
    const optional = parts.some((part) => part === "nil" || part.endsWith("?"));
    const kinds = parts.filter((part) => part !== "nil").map((part) => part.replace(/\?$/, ""));
    const values = kinds.map((kind) => /^(["'])(.*)\1$/.exec(kind)?.[2]);
    const texts = values.filter((value) => value !== undefined);
    if (texts.length === kinds.length && texts.length > 0)
      return { text, optional, shape: { kind: "string", values: texts } };
    const [only = ""] = kinds;
    const inner = kinds.length === 1 && depth < 8 ? this.#one(only, depth) : null;
    return { text, optional: optional || inner?.optional === true, shape: inner?.shape ?? null };
  }

  #one(name: string, depth: number): { readonly shape: Shape | null; readonly optional?: boolean } {
    if (name.endsWith("[]")) {
      const items = this.read(name.slice(0, -2), depth + 1).shape;
      return { shape: items === null ? null : { kind: "array", items } };
    }
    if (name === "string" || name === "number" || name === "integer" || name === "boolean")
      return { shape: { kind: name } };
    if (/^\{.*\}$/s.test(name)) {
      const fields = splitAt(name.slice(1, -1), ",").flatMap((part): [string, string][] => {
        const [, key, mark = "", type = ""] = /^\s*(\w+)(\?)?\s*:\s*(.+?)\s*$/s.exec(part) ?? [];
        return key === undefined ? [] : [[key, type + mark]];
      });
      return { shape: this.#object(new Map(fields), depth) };
    }
    const declared = this.declared.get(name);
    if (typeof declared === "string") return this.read(declared, depth + 1);
    if (declared === undefined) return { shape: null };
    const known = this.#classes.get(name) ?? this.#object(declared, depth, name);
    this.#classes.set(name, known);
    return { shape: known };
  }

  #object(types: ReadonlyMap<string, string>, depth: number, name?: string): Shape {
    const fields: Record<string, Field> = {};
    const shape: Shape = { kind: "object", fields };
    if (name !== undefined) this.#classes.set(name, shape);
    for (const [key, type] of types) {
      const { shape: inner, optional } = this.read(type, depth + 1);
      fields[key] = inner === null ? ANYTHING : optional ? { ...inner, optional } : inner;
    }
    this.shapes.add(shape);
    return shape;
  }
}

/** Splits a text at a separator outside of brackets and quotes. */
function splitAt(text: string, separator: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"]*"|'[^']*'|[\s\S]/g)) {
    if (/^[<({[]$/.test(token)) depth++;
    if (/^[>)}\]]$/.test(token)) depth--;
    if (token === separator && depth === 0) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts;
}
