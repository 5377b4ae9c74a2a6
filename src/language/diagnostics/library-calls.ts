/** Calls of the standard library: how many arguments they want, and of what kind. */
import type { Analysis } from "../analysis";
import type { CallExpression, Expression } from "../parse/ast";
import { nodes } from "../parse/walk";
import { standardEntry } from "../standard-library";
import { breaksOf } from "./breaks";
import { type Diagnostic, mark, type Rule } from "./diagnostic";

const ARGUMENT: Rule = { code: "library-argument", severity: "error", page: "language" };
const SURPLUS: Rule = { code: "library-surplus", severity: "warning", page: "language" };

/** Functions that take nil for what the list says they want. */
const LENIENT: ReadonlySet<string> = new Set([
  ...["error", "collectgarbage", "dump", "lua_list_docs", "lua_search_docs", "lua_read_doc", "docs.list"],
  ...["docs.search", "docs.read", "json.encode", "debug.traceback", "coroutine.close"],
]);

interface Wanted {
  readonly names: readonly { readonly name: string; readonly required: boolean }[];
  readonly rest: boolean;
}

/** `(s, n [, sep])` as names. */
function wantedBy(parameters: string): Wanted {
  const names: { name: string; required: boolean }[] = [];
  let depth = 0;
  let rest = false;
  for (const [token] of parameters
    .replace(/"[^"]*"(?:\s*\|\s*"[^"]*")*/g, "option")
    .matchAll(/\.\.\.|\w+|[[\]]/g)) {
    if (token === "[") depth++;
    else if (token === "]") depth--;
    else if (token === "...") rest = true;
    else names.push({ name: token, required: depth === 0 });
  }
  return { names, rest };
}

/** What a parameter of this name accepts. Lua converts numbers to strings, and numeric strings to numbers. */
function kindWanted(library: string, name: string): "string" | "number" | "table" | null {
  if (name === "list" || name === "metatable" || (name === "t" && library === "")) return "table";
  if (library === "string" && ["s", "pattern", "format"].includes(name)) return "string";
  if (library === "string" && ["n", "i", "j", "init"].includes(name)) return "number";
  if (library === "table" && name === "sep") return "string";
  if (library === "table" && ["i", "j", "pos"].includes(name)) return "number";
  if (library === "math" && ["x", "y", "m", "n", "base"].includes(name)) return "number";
  if (library === "regex" && ["subject", "pattern", "replacement"].includes(name)) return "string";
  return library === "json" && name === "text" ? "string" : null;
}

/** Marks for calls of library functions. */
export function checkLibraryCalls({ script, of }: Analysis): Diagnostic[] {
  const { intact } = breaksOf(script);
  return nodes(script).expressions.flatMap((node) => {
    if (node.kind !== "call" || !node.closed || !intact(node)) return [];
    const callee = of(node.callee);
    if (callee?.kind !== "standard") return [];
    const parameters = standardEntry(callee.name)?.parameters;
    if (parameters === undefined || parameters === null) return [];
    const method = node.callee.kind === "member" && node.callee.style === ":";
    const object = node.callee.kind === "member" ? node.callee.object : null;
    if (method && (object === null || of(object)?.kind !== "shape")) return [];
    const args = method && object !== null ? [object, ...node.args] : node.args;
    return [
      ...checkArguments(node, callee.name, wantedBy(parameters), args, method ? 1 : 0, of),
      ...(callee.name === "string.format" ? checkFormat(node, args, of) : []),
    ];
  });
}

function checkArguments(
  node: CallExpression,
  name: string,
  { names, rest }: Wanted,
  args: readonly Expression[],
  own: number,
  of: Analysis["of"],
): Diagnostic[] {
  const last = args.at(-1);
  const open = last?.kind === "call" || last?.kind === "vararg";
  const needed = names.filter(({ required }) => required);
  const missing = needed[args.length];
  if (missing !== undefined && !open && !LENIENT.has(name))
    return [
      mark(
        ARGUMENT,
        node.callee,
        `\`${name}\` expects ${needed.length === 1 ? "an argument" : `${needed.length - own} arguments`}: \`${missing.name}\` is missing.`,
      ),
    ];
  const extra = rest ? undefined : args[names.length];
  if (extra !== undefined && last !== undefined)
    return [
      mark(
        SURPLUS,
        { start: extra.start, end: last.end },
        `\`${name}\` takes ${names.length === 0 ? "no arguments" : `at most ${names.length - own}`}.`,
      ),
    ];
  const library = name.includes(".") ? name.slice(0, name.indexOf(".")) : "";
  // `table.insert(list, value)`: which is which depends on how many there are.
  if (name === "table.insert" || name === "math.type" || name === "math.tointeger") return [];
  return names.flatMap(({ name: parameter, required }, at) => {
    const arg = args[at];
    const wanted = kindWanted(library, parameter);
    if (arg === undefined || wanted === null || at < own) return [];
    const value = of(arg);
    if (name === "json.decode" && value?.kind === "shape" && !value.orText && !value.passed) {
      const { kind } = value.shape;
      if (kind === "object" || kind === "array")
        return [mark(ARGUMENT, arg, "This is already a table: `json.decode` takes a string.")];
    }
    const got = kindOf(arg, of);
    if (got === null || fits(got, wanted, required, arg)) return [];
    // `setmetatable(t, nil)` removes the metatable.
    if (parameter === "metatable" && got === "nil") return [];
    if (name === "ipairs" && got !== "nil") return [];
    return [
      mark(
        ARGUMENT,
        arg,
        `\`${parameter}\` of \`${name}\` expects a ${wanted}, not ${got === "nil" ? "nil" : `a ${got}`}.`,
      ),
    ];
  });
}

type Kind = "string" | "number" | "table" | "boolean" | "function" | "nil";

function kindOf(arg: Expression, of: Analysis["of"]): Kind | null {
  if (arg.kind === "nil") return "nil";
  const value = of(arg);
  if (value?.kind === "table") return "table";
  if (value?.kind === "function") return "function";
  if (value?.kind !== "shape" || value.orText) return null;
  const { kind } = value.shape;
  if (kind === "string") return kind;
  if (kind === "integer" || kind === "number") return "number";
  if (kind === "boolean") return "boolean";
  // Answers passed on are the business of other checks.
  return null;
}

function fits(got: Kind, wanted: "string" | "number" | "table", required: boolean, arg: Expression): boolean {
  if (got === wanted) return true;
  if (got === "nil") return !required;
  if (wanted === "string") return got === "number";
  // A string's contents are known only if it is written here.
  return (
    wanted === "number" &&
    got === "string" &&
    (arg.kind !== "string" || /^\s*[-+]?(?:0x)?[\d.]/i.test(arg.value))
  );
}

const CONVERSION = /%([-+ #0]*\d{0,2}(?:\.\d{0,2})?)([A-Za-z%]?)/g;

/** `string.format`: as many values as the format has places, and of their kinds. */
function checkFormat(node: CallExpression, args: readonly Expression[], of: Analysis["of"]): Diagnostic[] {
  const [format, ...values] = args;
  if (format?.kind !== "string" && !(format?.kind === "paren" && format.inner.kind === "string")) return [];
  const text =
    format.kind === "string" ? format.value : format.inner.kind === "string" ? format.inner.value : "";
  const places: string[] = [];
  for (const [all, , letter = ""] of text.matchAll(CONVERSION)) {
    if (letter === "%") continue;
    if (!/[aAcdeEfFgGiopqsuxX]/.test(letter) || /[Fu]/.test(letter))
      return [
        mark(
          ARGUMENT,
          format,
          `The format has \`${all}\`, which Lua doesn't support. Write a percent sign as \`%%\`.`,
        ),
      ];
    places.push(letter);
  }
  const last = values.at(-1);
  const open = last?.kind === "call" || last?.kind === "vararg";
  if (values.length < places.length && !open)
    return [
      mark(
        ARGUMENT,
        node.callee,
        `The format has ${places.length} placeholders, but there are ${values.length} values.`,
      ),
    ];
  const extra = values[places.length];
  if (extra !== undefined && last !== undefined && !(open && values.length === places.length + 1))
    return [
      mark(
        SURPLUS,
        { start: extra.start, end: last.end },
        `The format has ${places.length} placeholders, but there are ${values.length} values.`,
      ),
    ];
  return values.flatMap((value, at) => {
    const letter = places[at];
    if (letter === undefined || /[sqp]/.test(letter)) return [];
    const got = kindOf(value, of);
    const fraction = /[cdiouxX]/.test(letter) && value.kind === "number" && /^\d*\.\d*[1-9]/.test(value.text);
    if (fraction) return [mark(ARGUMENT, value, `\`%${letter}\` expects an integer.`)];
    if (got === null || fits(got, "number", true, value)) return [];
    return [
      mark(
        ARGUMENT,
        value,
        `\`%${letter}\` expects a number, not ${got === "nil" ? "nil" : `a ${got}`}. \`%s\` accepts anything.`,
      ),
    ];
  });
}
