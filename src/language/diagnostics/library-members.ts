/** Members that a library does not have: the sandbox's libraries are closed, unless the script itself adds to them. */

import { nearest } from "../../shared/nearest";
import type { Analysis } from "../analysis";
import type { MemberExpression } from "../parse/ast";
import { nodes } from "../parse/walk";
import { LIBRARIES, libraryEntries, REMOVED, standardEntry } from "../standard-library";
import { isDangling } from "./breaks";
import { type Diagnostic, didYouMean, type Fix, mark, type Rule, rename, replacing } from "./diagnostic";

const REMOVED_GLOBAL: Rule = { code: "removed-global", severity: "warning", page: "language" };
const UNDEFINED_GLOBAL: Rule = { code: "undefined-global", severity: "warning", page: "language" };

/** Members of older Lua and of other languages. What begins with a letter and has a dot takes the name's place. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  "table.getn": "#t",
  "table.maxn": "#t",
  "table.length": "#t",
  "table.len": "#t",
  "table.size": "#t",
  "table.count": "#t",
  "string.length": "#s",
  "table.push": "table.insert",
  "table.append": "table.insert",
  "table.add": "table.insert",
  "table.pop": "table.remove",
  "table.delete": "table.remove",
  "table.join": "table.concat",
  "table.slice": "table.move",
  "table.dump": "dump",
  "table.print": "print",
  "table.tostring": "tostring",
  "table.foreach": "for key, value in pairs(t) do",
  "table.foreachi": "for i, value in ipairs(t) do",
  "table.contains": "for _, value in ipairs(t) do",
  "table.find": "for i, value in ipairs(t) do",
  "table.indexOf": "for i, value in ipairs(t) do",
  "table.includes": "for _, value in ipairs(t) do",
  "table.keys": "for key in pairs(t) do",
  "table.values": "for _, value in pairs(t) do",
  "table.map": "for i, value in ipairs(t) do",
  "table.filter": "for _, value in ipairs(t) do",
  "table.copy": "for key, value in pairs(t) do",
  "table.clone": "for key, value in pairs(t) do",
  "table.merge": "for key, value in pairs(t) do",
  "table.reverse": "for i = #t, 1, -1 do",
  "table.setn": "t[n + 1] = nil",
  "string.gfind": "string.gmatch",
  "string.split": 's:gmatch("[^,]+")',
  "string.explode": 's:gmatch("[^,]+")',
  "string.trim": 's:match("^%s*(.-)%s*$")',
  "string.strip": 's:match("^%s*(.-)%s*$")',
  "string.startsWith": "s:sub(1, #start) == start",
  "string.startswith": "s:sub(1, #start) == start",
  "string.starts": "s:sub(1, #start) == start",
  "string.endsWith": "s:sub(-#ending) == ending",
  "string.endswith": "s:sub(-#ending) == ending",
  "string.ends": "s:sub(-#ending) == ending",
  "string.contains": "s:find(part, 1, true)",
  "string.includes": "s:find(part, 1, true)",
  "string.indexOf": "s:find(part, 1, true)",
  "string.charAt": "s:sub(i, i)",
  "string.at": "s:sub(i, i)",
  "string.replace": "string.gsub",
  "string.replaceAll": "string.gsub",
  "string.substring": "string.sub",
  "string.substr": "string.sub",
  "string.slice": "string.sub",
  "string.toUpperCase": "string.upper",
  "string.toLowerCase": "string.lower",
  "string.toupper": "string.upper",
  "string.tolower": "string.lower",
  "string.join": "table.concat",
  "string.concat": "..",
  "string.repeat": "string.rep",
  "string.padStart": "string.format",
  "string.charCodeAt": "string.byte",
  "math.pow": "x ^ y",
  "math.ldexp": "m * 2.0 ^ e",
  "math.log10": "math.log(x, 10)",
  "math.log2": "math.log(x, 2)",
  "math.frexp": "math.log(x, 2)",
  "math.cosh": "(math.exp(x) + math.exp(-x)) / 2",
  "math.sinh": "(math.exp(x) - math.exp(-x)) / 2",
  "math.tanh": "1 - 2 / (math.exp(2 * x) + 1)",
  "math.mod": "math.fmod",
  "math.atan2": "math.atan",
  "math.trunc": "math.tointeger",
  "math.round": "math.floor(x + 0.5)",
  "math.sign": "x > 0 and 1 or x < 0 and -1 or 0",
  "math.clamp": "math.min(math.max(x, low), high)",
  "math.div": "x // y",
  "math.inf": "math.huge",
  "math.PI": "math.pi",
  "json.parse": "json.decode",
  "json.loads": "json.decode",
  "json.load": "json.decode",
  "json.stringify": "json.encode",
  "json.dumps": "json.encode",
  "json.dump": "json.encode",
  "json.null": "nil",
  "regex.test": "regex.match",
  "regex.find": "regex.match",
  "regex.exec": "regex.match",
  "regex.search": "regex.match",
  "regex.replace": "regex.gsub",
  "regex.sub": "regex.gsub",
  "regex.findall": "regex.match_all",
  "docs.get": "docs.read",
  "docs.find": "docs.search",
  "os.sleep": "",
  "os.wait": "",
  "os.now": "os.time",
  "coroutine.sleep": "",
  "coroutine.wait": "",
  "utf8.sub": "utf8.offset",
};

/** Marks for members that do not exist, of libraries and of texts (`s:trim()`). */
export function checkLibraries(analysis: Analysis): Diagnostic[] {
  const { script } = analysis;
  const { expressions } = nodes(script);
  const { added, open, targets } = additions(analysis);
  return expressions.flatMap((node): Diagnostic[] => {
    if (node.kind !== "member" || node.name.text === "" || targets.has(node) || isDangling(node, script))
      return [];
    const library = libraryOf(node, analysis);
    if (library === null || open.has(library)) return [];
    const full = `${library}.${node.name.text}`;
    if (standardEntry(full) !== undefined || added.has(full)) return [];
    const reason = REMOVED.get(full);
    if (reason !== undefined)
      return [mark(REMOVED_GLOBAL, node.name, `\`${full}\` does not exist here: ${reason}.`)];
    // `if table.pack then`, `math.pow or …`: the script asks whether it is there.
    if (/^\s*(?:or|and|then|==|~=)/.test(script.source.slice(node.end, node.end + 20)) && node.style === ".")
      return [];
    return [mark(UNDEFINED_GLOBAL, node.name, ...advice(full, library, node, script.source))];
  });
}

function libraryOf(node: MemberExpression, { of }: Analysis): string | null {
  const value = of(node.object);
  if (value?.kind === "standard" && LIBRARIES.has(value.name)) return node.style === ":" ? null : value.name;
  const text = value?.kind === "shape" && value.shape.kind === "string" && !value.orText;
  return text && node.style === ":" ? "string" : null;
}

function advice(
  full: string,
  library: string,
  node: MemberExpression,
  source: string,
): [string, { fixes: Fix[] }] {
  const none =
    node.style === ":" ? `Strings have no method \`${node.name.text}\`.` : `There is no \`${full}\`.`;
  const known = Object.hasOwn(SUBSTITUTES, full) ? SUBSTITUTES[full] : undefined;
  if (known === "")
    return [
      `${none} Scripts can't wait. Do what is due now, return the rest, and continue in a later run.`,
      { fixes: [] },
    ];
  if (known !== undefined)
    return [`${none} Write \`${known}\`.`, { fixes: substituted(known, library, node, source) }];
  const names = libraryEntries(library).map(({ name }) => name.slice(library.length + 1));
  const meant = nearest(node.name.text, names);
  return [none + didYouMean(meant), { fixes: meant === null ? [] : [rename(node.name, meant)] }];
}

function substituted(known: string, library: string, node: MemberExpression, source: string): Fix[] {
  if (/^[a-z]+\.[a-z_]+$/.test(known)) {
    if (node.style === ".") return [replacing(`Change to ${known}`, node, known)];
    return known.startsWith(`${library}.`) ? [rename(node.name, known.slice(library.length + 1))] : [];
  }
  const call = /^\(\s*([\w.]+)\s*(?:,\s*([\w.]+)\s*)?\)/.exec(source.slice(node.end, node.end + 200));
  if (call === null || node.style !== ".") return [];
  const [all, one = "", two] = call;
  const range = { start: node.start, end: node.end + all.length };
  const text = known.startsWith("#")
    ? `#${one}`
    : known === "x ^ y" && two !== undefined
      ? `${one} ^ ${two}`
      : null;
  return text === null ? [] : [replacing(`Write ${text}`, range, text)];
}

/** Members the script adds to libraries, and libraries it may add anything to. */
function additions({ script, of }: Analysis) {
  const { statements, expressions } = nodes(script);
  const added = new Set<string>();
  const open = new Set<string>();
  const targets = new Set<unknown>();
  for (const node of statements) {
    const set = node.kind === "assign" ? node.targets : node.kind === "function" ? [node.target] : [];
    for (const target of set) {
      if (target.kind !== "member" && target.kind !== "index") continue;
      const library = of(target.object);
      targets.add(target);
      if (library?.kind !== "standard") continue;
      if (target.kind === "member") added.add(`${library.name}.${target.name.text}`);
      else open.add(library.name);
    }
  }
  for (const node of expressions)
    for (const arg of node.kind === "call" ? node.args : []) {
      const value = of(arg);
      if (value?.kind === "standard" && LIBRARIES.has(value.name)) open.add(value.name);
    }
  return { added, open, targets };
}
