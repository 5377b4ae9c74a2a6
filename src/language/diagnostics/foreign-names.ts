/** Names that scripts in other languages, or of older Lua, take for granted: what to write here instead. */
import { tokenAt } from "../lexer";
import type { ParsedScript, Range } from "../parse/ast";
import type { Fix } from "./diagnostic";
import { replacing } from "./diagnostic";
import { joined, STATEMENT_WORDS } from "./foreign-words";

interface ForeignName {
  readonly at: Range;
  readonly words: string;
  readonly fixes: readonly Fix[];
}

const WAITING = "Scripts can't wait. Do what is due now, return the rest, and continue in a later run";

/** Functions that wait, by the last part of their name. */
const WAITS =
  /^(?:sleep|usleep|msleep|nanosleep|wait|delay|pause|setTimeout|setInterval|set_timeout|set_interval)$/;
/** Libraries of other places that have such a function. */
const WAITING_LIBRARIES =
  /^(?:time|task|socket|system|posix|timer|thread|uv|ngx|cqueues|copas|asyncio|Thread)$/;

/** The name's equivalent here: replacement text, or just words. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  unpack: "table.unpack",
  loadstring: "load",
  ipair: "ipairs",
  echo: "print",
  puts: "print",
  println: "print",
  printf: "print",
  log: "print",
  "console.log": "print",
  "console.error": "print",
  "console.warn": "print",
  "console.info": "print",
  "console.debug": "print",
  "System.out.println": "print",
  "fmt.Println": "print",
  str: "tostring",
  String: "tostring",
  int: "math.tointeger",
  float: "tonumber",
  Number: "tonumber",
  parseInt: "tonumber",
  parseFloat: "tonumber",
  typeof: "type",
  max: "math.max",
  min: "math.min",
  abs: "math.abs",
  round: "math.floor",
  floor: "math.floor",
  ceil: "math.ceil",
  random: "math.random",
  "JSON.stringify": "json.encode",
  "JSON.parse": "json.decode",
  "json.dumps": "json.encode",
  "json.loads": "json.decode",
  "cjson.encode": "json.encode",
  "cjson.decode": "json.decode",
  "dkjson.encode": "json.encode",
  "dkjson.decode": "json.decode",
  "Math.floor": "math.floor",
  "Math.random": "math.random",
  "Math.max": "math.max",
  "Math.min": "math.min",
  "Date.now": "os.time",
  "Math.ceil": "math.ceil",
  "Math.abs": "math.abs",
  "Math.round": "math.floor",
  "Math.pow": "",
  "time.time": "os.time",
  "date.today": "os.date",
  getn: "#",
  sprintf: "string.format",
};

const ADVICE: Readonly<Record<string, string>> = {
  setfenv:
    "Lua 5.4 has no `setfenv`: give `load` an environment as its fourth argument, or declare `local _ENV`.",
  getfenv: "Lua 5.4 has no `getfenv`: the environment is `_ENV`.",
  module: "Lua 5.4 has no `module`: a script is one file.",
  bit32: "Lua 5.4 has operators for it: `&`, `|`, `~`, `<<` and `>>`.",
  bit: "Lua 5.4 has operators for it: `&`, `|`, `~`, `<<` and `>>`.",
  newproxy: "Lua 5.4 has no `newproxy`: use `setmetatable({}, …)`.",
  gcinfo: 'Lua 5.4 has no `gcinfo`: use `collectgarbage("count")`.',
  range: "Lua has no `range`: use `for i = 1, n do`.",
  len: "Use `#x` for the length of a string or list.",
  isinstance: 'Compare the type: `type(x) == "string"`.',
  input: "Scripts can't ask for input: put the value in the script.",
  prompt: "Scripts can't ask for input: put the value in the script.",
  alert: "Scripts have no window: use `print` to write to the console.",
  fetch: "Scripts have no network: call functions in `app.integrations`.",
  requests: "Scripts have no network: call functions in `app.integrations`.",
  axios: "Scripts have no network: call functions in `app.integrations`.",
  http: "Scripts have no network: call functions in `app.integrations`.",
  curl: "Scripts have no network: call functions in `app.integrations`.",
  ngx: "There is no web server here. See the docs for what scripts can use.",
  process: "Scripts have no environment variables: secrets belong in accounts.",
  Object: "Loop over a table with `for key, value in pairs(t) do`.",
  Array: "A list is a table: `{ 1, 2, 3 }`.",
  Promise: "Calls wait for their response: no promises needed.",
  Date: 'Use `os.date("%Y-%m-%d")` and `os.time()`.',
  datetime: 'Use `os.date("%Y-%m-%d")` and `os.time()`.',
  enumerate: "Loop over a list with `for i, v in ipairs(list) do`.",
};

/** Advice on a global that other languages have, or `null`. */
export function foreignName({ source }: ParsedScript, range: Range, name: string): ForeignName | null {
  const { start, end } = range;
  const behind = source.slice(end, end + 200);
  const call = /^\s*\(/.test(behind);
  const member = /^\s*[.:]\s*(\w+)/.exec(behind);
  const whole = { start, end: end + (member?.[0].length ?? 0) };
  const path = member === null ? name : `${name}.${member[1]}`;
  if (WAITS.test(name) && (call || member === null)) return { at: range, words: `${WAITING}.`, fixes: [] };
  if (member !== null && WAITS.test(member[1] ?? "") && WAITING_LIBRARIES.test(name))
    return { at: whole, words: `${WAITING}.`, fixes: [] };
  const before = source.slice(Math.max(0, start - 200), start);
  // `x = 1 // total`: a comment of another language, read as a division.
  const slashes = /\/\/([ \t]*)$/.exec(before);
  if (slashes !== null && /^[ \t]*(?:\r?\n|$)/.test(behind)) {
    const from = start - slashes[0].length;
    const fix = replacing("Convert to a comment", { start: from, end: from + 2 }, "--");
    return {
      at: range,
      words: `\`${name}\` isn't defined. Comments start with \`--\`.`,
      fixes: [fix],
    };
  }
  if (/^(?:f|F|r|b|u|rf|fr)$/.test(name) && /^["']/.test(behind)) return formatted(source, range, name);
  for (const known of [path, name]) {
    const substitute = Object.hasOwn(SUBSTITUTES, known) ? SUBSTITUTES[known] : undefined;
    if (substitute === undefined || substitute === "" || (known === name && member !== null)) continue;
    const at = known === path ? whole : range;
    const title = `Change to ${substitute}`;
    return {
      at,
      words: `Lua's name for \`${known}\` is \`${substitute}\`.`,
      fixes: [replacing(title, at, substitute)],
    };
  }
  if (name === "await" || name === "async" || (name === "new" && /^\s+\w/.test(behind))) {
    const space = /^\s*/.exec(behind)?.[0].length ?? 0;
    return {
      at: range,
      words: STATEMENT_WORDS[name] ?? "",
      fixes: [replacing("Remove it", { start, end: end + space }, "")],
    };
  }
  if (name === "len" && call)
    return { at: range, words: ADVICE.len ?? "", fixes: unwrapped(source, range, "#") };
  if (name === "range" && call)
    return { at: range, words: ADVICE.range ?? "", fixes: counted(source, range) };
  const words = Object.hasOwn(ADVICE, name)
    ? ADVICE[name]
    : Object.hasOwn(STATEMENT_WORDS, name) && !/^\s*=(?!=)/.test(behind)
      ? STATEMENT_WORDS[name]
      : undefined;
  return words === undefined ? null : { at: range, words, fixes: [] };
}

/** `f"Hello {name}"`. */
function formatted(source: string, { start, end }: Range, name: string): ForeignName {
  const { end: last, text } = tokenAt(source, end);
  const inner = text.slice(1, -1);
  const fixed = name.toLowerCase().includes("f") ? joined(inner, /\{([^}:!]*)[^}]*\}/) : text;
  const words = "Lua has no string interpolation: join the parts with `..`, or use `string.format`.";
  return { at: { start, end }, words, fixes: [replacing("Join the parts", { start, end: last }, fixed)] };
}

/** `len(x)` as `#x`; only with a plain name inside. */
function unwrapped(source: string, { start, end }: Range, sign: string): Fix[] {
  const inside = /^\s*\(\s*([A-Za-z_][\w.]*)\s*\)/.exec(source.slice(end, end + 300));
  if (inside === null) return [];
  const text = `${sign}${inside[1]}`;
  return [replacing(`Write ${text}`, { start, end: end + inside[0].length }, text)];
}

/** `for i in range(a, b)` as `for i = a, b - 1`. */
function counted(source: string, { start, end }: Range): Fix[] {
  const head = /(\bfor\s+\w+)\s+in\s+$/.exec(source.slice(Math.max(0, start - 100), start));
  const inside = /^\(\s*([^(),]+?)\s*(?:,\s*([^(),]+?)\s*)?(?:,\s*([^(),]+?)\s*)?\)/.exec(
    source.slice(end, end + 200),
  );
  if (head === null || inside === null) return [];
  const [all, one, two, step] = inside;
  const bounds = two === undefined ? `0, ${one} - 1` : `${one}, ${two} - 1`;
  const from = start - head[0].length;
  const text = `${head[1]} = ${bounds}${step === undefined ? "" : `, ${step}`}`;
  return [replacing(`Write ${text}`, { start: from, end: end + all.length }, text)];
}
