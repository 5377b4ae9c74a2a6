/** Missing closers and separators. */

import { CLOSER_OF, closersBehind, openBrackets } from "./brackets";
import { missingEnd } from "./missing-end";
import { help, type SyntaxRule } from "./site";

export const UNCLOSED: readonly SyntaxRule[] = [
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
      const words = `The ${quote === "'" ? "apostrophe" : "quote"} ends the string: put ${other} around it.`;
      return inner.includes(other)
        ? help(words)
        : help(words, `Put ${other} around it`, from, at.end, other + inner + other);
    }
    const end = at.end - closersBehind(at.text.slice(1), openBrackets(script, start));
    return help(
      `The string isn't closed with ${quote} on its line.`,
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
    // Outer ones opened in this block are not closed either.
    const open = openBrackets(script, before.end).map((bracket) => CLOSER_OF[bracket]);
    const closers =
      open
        .slice(open.lastIndexOf(undefined) + 1)
        .reverse()
        .join("") || closer;
    const space = closer === "}" && before.text !== "{" ? " " : "";
    return help("", `Insert ${closers}`, before.end, before.end, space + closers);
  },

  function end({ script, mistake: { message }, at }) {
    if (/^'until' expected/.test(message)) return help("`repeat` ends with `until` and a condition.");
    if (!/^'end' expected/.test(message)) return null;
    return at?.text === "}"
      ? help("Close blocks with `end`.", "Change to end", at.start, at.end, "end")
      : missingEnd(script);
  },

  function surplus({ mistake: { message, start }, at, script: { source } }) {
    const word = /^<eof> expected near '(end|else|elseif|until)'/.exec(message)?.[1];
    if (word === undefined)
      return /^<eof> expected/.test(message) ? help("`return` must be last in its block.") : null;
    if (word !== "end" || at === undefined) return help(`No open block for \`${word}\` belongs to.`);
    const before = /[ \t]*$/.exec(source.slice(0, start))?.[0].length ?? 0;
    return help("No open block for this `end`.", "Remove it", start - before, at.end);
  },
];
