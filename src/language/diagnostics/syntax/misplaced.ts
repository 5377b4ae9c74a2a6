/** Words, signs and values where Lua expects others. */

import { nearest } from "../../../shared/nearest";
import { nodes } from "../../parse/walk";
import { closing } from "./brackets";
import { help, type SyntaxRule } from "./site";

export const MISPLACED: readonly SyntaxRule[] = [
  function reserved({ script, mistake: { message }, at, before }) {
    if (!message.startsWith("<name> expected") || before === undefined) return null;
    if (at === undefined || script.source.slice(before.end, at.start).includes("\n"))
      return help(`A name is missing after \`${before.text}\`.`);
    return at.kind === "keyword" ? help(`\`${at.text}\` is a reserved word: it can't be a name.`) : null;
  },

  function list({ script, mistake: { message, start }, at }) {
    if (at?.text !== "[" || !message.startsWith("unexpected symbol")) return null;
    const close = closing(script.tokens, start);
    const words = "Write a list as `{ 1, 2 }`.";
    if (close === null) return help(words);
    const edits = [
      { start, end: start + 1, text: "{" },
      { start: close, end: close + 1, text: "}" },
    ];
    return { words, fixes: [{ title: "Change to { }", edits }] };
  },

  function colon({ mistake: { message }, at, before, script }) {
    const words = "Write a table field as `name = value`.";
    if (before?.text === ":" && message.startsWith("<name> expected"))
      return help(words, "Change : to =", before.start, before.end, " =");
    if (before?.kind !== "string" || !message.startsWith("'}' expected")) return null;
    if (at?.text !== ":" && at?.text !== "=") return null;
    const space = script.source[at.end] === " " ? "" : " ";
    const edits = [
      { start: before.start, end: before.start, text: "[" },
      { start: before.end, end: at.end, text: `] =${space}` },
    ];
    return {
      words,
      fixes: [{ title: at.text === ":" ? "Change : to =" : "Put the key in brackets", edits }],
    };
  },

  function noValue({ mistake: { message }, before }) {
    if (!message.startsWith("unexpected symbol") || before === undefined) return null;
    const wants = before.kind === "op" && !/^(?:[)\]};]|\.\.\.|::)$/.test(before.text);
    return wants ? help(`A value is missing after \`${before.text}\`.`) : null;
  },

  function braces({ mistake: { message }, at }) {
    return message.startsWith("unexpected symbol") && at?.text === "}"
      ? help("Close blocks with `end`.")
      : null;
  },

  function label({ script, mistake: { message, start, end } }) {
    const name = /^no visible label '(.*)' for/.exec(message)?.[1];
    if (name === undefined) return null;
    const names = nodes(script).statements.flatMap((node) => (node.kind === "label" ? [node.name.text] : []));
    const meant = nearest(name, names);
    if (meant !== null && meant !== name)
      return help(`Did you mean \`${meant}\`?`, `Change to ${meant}`, start, end, meant);
    return help(`Put \`::${name}::\` where execution should continue, in this block or an enclosing one.`);
  },

  function attribute({ mistake: { message, start, end } }) {
    const name = /^unknown attribute '(.*)'/.exec(message)?.[1];
    if (name === undefined) return null;
    const meant = nearest(name, ["const", "close"]);
    const words = "Use `<const>` or `<close>`.";
    return meant === null ? help(words) : help(words, `Change to ${meant}`, start, end, meant);
  },

  function number({ mistake: { message }, at }) {
    return message.startsWith("malformed number") && at !== undefined && /^\d+[a-z_]\w*$/i.test(at.text)
      ? help("Names can't start with a digit.")
      : null;
  },

  function continued({ mistake: { message }, before }) {
    return before?.text === "continue" && message.startsWith("syntax error")
      ? help("Lua has no `continue`: write `goto continue`, and `::continue::` before the loop's `end`.")
      : null;
  },

  function noStatement({ mistake: { message }, before, script, at }) {
    if (!message.startsWith("syntax error") || (before?.kind !== "name" && before?.text !== "]")) return null;
    const line = at !== undefined && !script.source.slice(before.end, at.start).includes("\n");
    return line
      ? null
      : help(`\`${before.text === "]" ? "…]" : before.text}\` alone does nothing: call it or assign to it.`);
  },
];
