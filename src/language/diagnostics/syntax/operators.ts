/** Operators that Lua writes in another way. */
import { replacing } from "../diagnostic";
import { help, type SyntaxRule, say } from "./site";

/** Operators of other languages at which Lua stops: the text, what to say, what to write instead. */
const FOREIGN_SIGNS: readonly (readonly [sign: string, words: string, text: string])[] = [
  ["!==", "Use `~=` for “not equal”.", "~="],
  ["!=", "Use `~=` for “not equal”.", "~="],
  ["&&", "Use `and`.", "and"],
  ["||", "Use `or`.", "or"],
  ["!", "Use `not`.", "not "],
];

export const OPERATORS: readonly SyntaxRule[] = [
  function signs({ script: { source }, at, before }) {
    if (at === undefined) return null;
    if (at.text === "$") return say("Lua variables have no `$`.", replacing("Remove it", at, ""));
    if (before === undefined || before.end !== at.start) return null;
    const pair = before.text + at.text;
    const both = { start: before.start, end: at.end };
    if (pair === ":=") return say("Assign with `=`.", replacing("Change to =", both, "="));
    if (pair === "<>") return say("Use `~=` for “not equal”.", replacing("Change to ~=", both, "~="));
    if (pair === "**") return say("Use `^` for powers.", replacing("Change to ^", both, "^"));
    if (pair === "++" && /(?:^|\n)[ \t]*\+$/.test(source.slice(0, at.start))) {
      const name = /^[\w.]+/.exec(source.slice(at.end))?.[0];
      return name === undefined
        ? null
        : say(
            "Lua has no `++`.",
            replacing(
              `Write ${name} = ${name} + 1`,
              { start: before.start, end: at.end + name.length },
              `${name} = ${name} + 1`,
            ),
          );
    }
    return null;
  },

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
      return help("Use `==` to compare.", "Change to ==", start, start + 1, "==");
    if (before?.text === "==" && before.end === start)
      return help("Use `==` for “equal”.", "Change to ==", before.start, start + 1, "==");
    return before?.text === "=" && source.slice(before.end, start).trim() === ""
      ? help("A value is missing before it.")
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
];
