/** Help with syntax errors: a sentence after Lua's own words, and fixes. */
import { firstIndex } from "../../shared/first-index";
import { memoized } from "../../shared/memoized";
import { nearest } from "../../shared/nearest";
import { isTrivia } from "../lexer";
import type { ParsedScript, SyntaxMistake } from "../parse/ast";
import { nodes } from "../parse/walk";
import { replacing } from "./diagnostic";
import { foreignSyntax, type Site } from "./foreign-syntax";
import { missingEnd, type SyntaxHelp } from "./missing-end";

/** Returns help with a mistake, or `null` if there is nothing to add to Lua's words. */
export function syntaxHelp(script: ParsedScript, mistake: SyntaxMistake): SyntaxHelp | null {
  const tokens = significant(script);
  const index = firstIndex(tokens.length, (at) => (tokens[at]?.end ?? 0) > mistake.start);
  const site: Site = {
    ...{ script, mistake, at: tokens[index] },
    ...{ before: tokens[index - 1], behind: tokens[index + 1] },
  };
  for (const rule of RULES) {
    const help = rule(site);
    if (help !== null) return help;
  }
  return null;
}

/** The tokens without white space and comments. Each mistake asks for them. */
const significant = memoized(({ tokens }: ParsedScript) => tokens.filter((token) => !isTrivia(token)));

function help(words: string, title?: string, start = 0, end = start, text = ""): SyntaxHelp {
  return { words, fixes: title === undefined ? [] : [replacing(title, { start, end }, text)] };
}

/** Operators of other languages at which Lua stops: the text, what to say, what to write instead. */
const FOREIGN_SIGNS: readonly (readonly [sign: string, words: string, text: string])[] = [
  ["!==", "Not equal is `~=`.", "~="],
  ["!=", "Not equal is `~=`.", "~="],
  ["&&", "Lua's word is `and`.", "and"],
  ["||", "Lua's word is `or`.", "or"],
  ["!", "Lua's word is `not`.", "not "],
];

const RULES: readonly ((site: Site) => SyntaxHelp | null)[] = [
  function keyword({ mistake: { cause } }) {
    if (cause?.kind !== "keyword") return null;
    const { word, meant } = cause;
    return help(`Did you mean \`${meant}\`?`, `Change to ${meant}`, word.start, word.end, meant);
  },

  foreignSyntax,

  function foreignSign({ script: { source }, mistake: { start } }) {
    // `||` stops Lua at its second bar.
    const from = /[|&]/.test(source.charAt(start)) && source[start - 1] === source[start] ? start - 1 : start;
    const sign = FOREIGN_SIGNS.find(([text]) => source.startsWith(text, from));
    if (sign === undefined) return null;
    const [text, words, put] = sign;
    return help(words, `Change to ${put.trim()}`, from, from + text.length, put);
  },

  function equals({ script: { source }, mistake: { start, message }, at, before }) {
    if (at?.text !== "=") return null;
    if (/^'(then|do)' expected/.test(message))
      return help("To compare, write `==`.", "Change to ==", start, start + 1, "==");
    if (before?.text === "==" && before.end === start)
      return help("Equal is `==`.", "Change to ==", before.start, start + 1, "==");
    return before?.text === "=" && source.slice(before.end, start).trim() === ""
      ? help("A value is missing in front of it.")
      : null;
  },

  function shorthand({ script: { source }, mistake: { start, message }, at, before, behind }) {
    if (!message.startsWith("syntax error") || at === undefined) return null;
    if (before?.kind !== "name" && before?.text !== "]") return null;
    const target = /(?:^|[\n;]|\b(?:then|do|else)\b)[ \t]*([\w.]+(?:\[[^\]\n]*\][\w.]*)*)\s*$/.exec(
      source.slice(0, start),
    )?.[1];
    if (target === undefined || behind?.start !== at.end) return null;
    if (behind.text === "=" && /^(?:[-+*/%^]|\.\.|\/\/)$/.test(at.text)) {
      const text = `= ${target} ${at.text}`;
      return help(`Lua has no \`${at.text}=\`.`, `Write ${target} ${text} …`, start, behind.end, text);
    }
    if (behind.text !== at.text || !/^[-+]$/.test(at.text)) return null;
    const text = ` = ${target} ${at.text} 1`;
    return help(
      `Lua has no \`${at.text}${at.text}\`.`,
      `Write ${target}${text}`,
      before.end,
      behind.end,
      text,
    );
  },

  function string({ script, mistake: { start, message }, at, before }) {
    if (!message.startsWith("unfinished string") || at?.kind !== "string") return null;
    const { source } = script;
    const quote = at.text.charAt(0);
    const begins = source.lastIndexOf("\n", start) + 1;
    const torn = new RegExp(`${quote}[^${quote}\\n]*${quote}\\w+$`).exec(source.slice(begins, start));
    const other = quote === "'" ? '"' : "'";
    if (torn !== null && before?.kind === "name" && before.end === start) {
      const inner = torn[0].slice(1);
      const from = begins + torn.index;
      const words = `The ${quote === "'" ? "apostrophe" : "quote"} ends the text: put ${other} around it.`;
      return inner.includes(other)
        ? help(words)
        : help(words, `Put ${other} around it`, from, at.end, other + inner + other);
    }
    const end = at.end - closersBehind(at.text.slice(1), openBrackets(script, start));
    return help(
      `The text is not closed with ${quote} in its line.`,
      `Close it with ${quote}`,
      end,
      end,
      quote,
    );
  },

  function comma({ mistake: { cause }, before }) {
    if (cause?.kind !== "comma" || before === undefined) return null;
    return help("A comma is missing.", "Insert a comma", before.end, before.end, ",");
  },

  function head({ mistake: { message }, before }) {
    const word = /^'(then|do)' expected/.exec(message)?.[1];
    if (word === undefined || before === undefined) return null;
    return help("", `Insert ${word}`, before.end, before.end, ` ${word}`);
  },

  function bracket({ script, mistake: { message, cause }, before }) {
    const closer = /^'([)}\]])' expected/.exec(message)?.[1];
    if (cause?.kind !== "unclosed" || closer === undefined || before === undefined) return null;
    // Those around it that this block opened are not closed either.
    const open = openBrackets(script, before.end).map((bracket) => CLOSERS[bracket]);
    const closers =
      open
        .slice(open.lastIndexOf(undefined) + 1)
        .reverse()
        .join("") || closer;
    const space = closer === "}" && before.text !== "{" ? " " : "";
    return help("", `Insert ${closers}`, before.end, before.end, space + closers);
  },

  function end({ script, mistake: { message }, at }) {
    if (/^'until' expected/.test(message)) return help("`repeat` goes up to `until` and a condition.");
    if (!/^'end' expected/.test(message)) return null;
    return at?.text === "}"
      ? help("Lua closes a block with `end`.", "Change to end", at.start, at.end, "end")
      : missingEnd(script);
  },

  function surplus({ mistake: { message, start }, at, script: { source } }) {
    const word = /^<eof> expected near '(end|else|elseif|until)'/.exec(message)?.[1];
    if (word === undefined) return /^<eof> expected/.test(message) ? help("`return` ends its block.") : null;
    if (word !== "end" || at === undefined) return help(`No block is open that \`${word}\` belongs to.`);
    const before = /[ \t]*$/.exec(source.slice(0, start))?.[0].length ?? 0;
    return help("No block is open that this `end` closes.", "Remove it", start - before, at.end);
  },

  function reserved({ script, mistake: { message }, at, before }) {
    if (!message.startsWith("<name> expected") || before === undefined) return null;
    if (at === undefined || script.source.slice(before.end, at.start).includes("\n"))
      return help(`A name is missing behind \`${before.text}\`.`);
    return at.kind === "keyword"
      ? help(`\`${at.text}\` is one of Lua's own words: it cannot be a name.`)
      : null;
  },

  function list({ script, mistake: { message, start }, at }) {
    if (at?.text !== "[" || !message.startsWith("unexpected symbol")) return null;
    const close = matching(script, start);
    const words = "A list is written `{ 1, 2 }`.";
    if (close === null) return help(words);
    const edits = [
      { start, end: start + 1, text: "{" },
      { start: close, end: close + 1, text: "}" },
    ];
    return { words, fixes: [{ title: "Change to { }", edits }] };
  },

  function colon({ mistake: { message }, at, before, script }) {
    const words = "In a table a field is written `name = value`.";
    if (before?.text === ":" && message.startsWith("<name> expected"))
      return help(words, "Change : to =", before.start, before.end, " =");
    if (before?.kind !== "string" || !message.startsWith("'}' expected")) return null;
    if (at?.text !== ":" && at?.text !== "=") return null;
    const space = script.source[at.end] === " " ? "" : " ";
    const edits = [
      { start: before.start, end: before.start, text: "[" },
      { start: before.end, end: at.end, text: `] =${space}` },
    ];
    return { words, fixes: [{ title: "Change : to =", edits }] };
  },

  function noValue({ mistake: { message }, before }) {
    if (!message.startsWith("unexpected symbol") || before === undefined) return null;
    const wants = before.kind === "op" && !/^(?:[)\]};]|\.\.\.|::)$/.test(before.text);
    return wants ? help(`A value is missing behind \`${before.text}\`.`) : null;
  },

  function braces({ mistake: { message }, at }) {
    return message.startsWith("unexpected symbol") && at?.text === "}"
      ? help("Lua closes a block with `end`.")
      : null;
  },

  function label({ script, mistake: { message, start, end } }) {
    const name = /^no visible label '(.*)' for/.exec(message)?.[1];
    if (name === undefined) return null;
    const names = nodes(script).statements.flatMap((node) => (node.kind === "label" ? [node.name.text] : []));
    const meant = nearest(name, names);
    if (meant !== null && meant !== name)
      return help(`Did you mean \`${meant}\`?`, `Change to ${meant}`, start, end, meant);
    return help(`Put \`::${name}::\` where to go on, in this block or one around it.`);
  },

  function attribute({ mistake: { message, start, end } }) {
    const name = /^unknown attribute '(.*)'/.exec(message)?.[1];
    if (name === undefined) return null;
    const meant = nearest(name, ["const", "close"]);
    const words = "There are `<const>` and `<close>`.";
    return meant === null ? help(words) : help(words, `Change to ${meant}`, start, end, meant);
  },

  function number({ mistake: { message }, at }) {
    return message.startsWith("malformed number") && at !== undefined && /^\d+[a-z_]\w*$/i.test(at.text)
      ? help("A name cannot begin with a digit.")
      : null;
  },

  function continued({ mistake: { message }, before }) {
    return before?.text === "continue" && message.startsWith("syntax error")
      ? help("Lua has no `continue`: write `goto continue`, and `::continue::` in front of the loop's `end`.")
      : null;
  },

  function noStatement({ mistake: { message }, before, script, at }) {
    if (!message.startsWith("syntax error") || (before?.kind !== "name" && before?.text !== "]")) return null;
    const line = at !== undefined && !script.source.slice(before.end, at.start).includes("\n");
    return line
      ? null
      : help(`\`${before.text === "]" ? "…]" : before.text}\` alone does nothing: call it, or set it.`);
  },
];

/** The brackets and blocks that are open at an offset, outermost first. */
function openBrackets({ tokens }: ParsedScript, offset: number): readonly string[] {
  const open: string[] = [];
  for (const { kind, text, start } of tokens) {
    if (start >= offset) break;
    if (kind === "keyword" && /^(?:function|if|do|repeat)$/.test(text)) open.push(text);
    else if (kind === "keyword" && /^(?:end|until)$/.test(text))
      open.length = Math.max(
        0,
        open.findLastIndex((one) => CLOSERS[one] === undefined),
      );
    else if (kind === "op" && /^[([{]$/.test(text)) open.push(text);
    else if (kind === "op" && /^[)\]}]$/.test(text) && CLOSERS[open.at(-1) ?? ""] !== undefined) open.pop();
  }
  return open;
}

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** How many characters at the end of a text that was not closed are brackets that close open ones, and commas between. */
function closersBehind(text: string, open: readonly string[]): number {
  const tail = /[)}\],; \t]*$/.exec(text)?.[0] ?? "";
  for (let from = 0; from < tail.length; from++) {
    const left = [...open];
    const fits = [...tail.slice(from)].every((char) =>
      /[)}\]]/.test(char) ? CLOSERS[left.pop() ?? ""] === char : char === " " || left.length > 0,
    );
    if (fits && tail[from] !== " ") return tail.length - from;
  }
  return 0;
}

/** Where the bracket that opens at an offset is closed, or `null` if it is not. */
function matching({ tokens }: ParsedScript, open: number): number | null {
  let depth = 0;
  for (const { kind, text, start } of tokens) {
    if (kind !== "op" || start < open) continue;
    if (text === "[") depth++;
    if (text !== "]") continue;
    depth--;
    if (depth === 0) return start;
  }
  return null;
}
