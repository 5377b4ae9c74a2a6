/** Blocks and statements as other languages write them. */

import type { Token } from "../../lexer";
import { replacing } from "../diagnostic";
import { STATEMENT_WORDS } from "../foreign-words";
import { closing } from "./brackets";
import { type SyntaxRule, say } from "./site";

export const FOREIGN_BLOCKS: readonly SyntaxRule[] = [
  function pythonColon({ script: { source, tokens, lines }, mistake: { start, message }, at, before }) {
    const word = /^'(then|do)' expected/.exec(message)?.[1];
    if (word !== undefined) {
      // `if x:` and a call in the next line is read as `x:print(…)`.
      const colon = tokens.findLast(
        ({ kind, text, start: from, end }) =>
          kind === "op" &&
          text === ":" &&
          from <= start &&
          /^[ \t]*(?:--[^\n]*)?(?:\n|$)/.test(source.slice(end)),
      );
      if (colon === undefined || lines.line(start) - lines.line(colon.start) > 1) return null;
      return say(`Use \`${word}\` for \`:\`.`, replacing(`Change to ${word}`, colon, ` ${word}`));
    }
    if (at?.text !== ":" || before === undefined) return null;
    if (before.text === "else" || before.text === ")")
      return say("Blocks don't use `:`. They finish with `end`.", replacing("Remove it", at, ""));
    const type = /^:\s*\w+(?=\s*(?:=|\n|$))/.exec(source.slice(at.start))?.[0];
    if (before.kind === "name" && type !== undefined && /\blocal\s+\w+$/.test(source.slice(0, before.end)))
      return say(
        "Lua has no type annotations: remove it.",
        replacing("Remove it", { start: at.start, end: at.start + type.length }, ""),
      );
    return null;
  },

  function blocks({ script, mistake: { message }, at, before, behind }) {
    if (at?.text === "}" && /^(?:else|elseif)$/.test(behind?.text ?? ""))
      return say("`else` needs no `}` before it.", replacing("Remove it", at, ""));
    if (at?.text !== "{" || before === undefined) return null;
    const word = /^'(then|do)' expected/.exec(message)?.[1];
    const own = before.text === "else" || (before.text === ")" && message.startsWith("unexpected symbol"));
    if (word === undefined && !own) return null;
    const words =
      word === undefined
        ? "Blocks don't use `{`. They finish with `end`."
        : `Use \`${word} … end\` for \`{ … }\`.`;
    const edits = [{ start: at.start, end: at.end, text: word ?? "" }];
    const close = closing(script.tokens, at.start);
    if (close !== null) {
      const goesOn = /^\}\s*(?:else|elseif|elif)\b/.test(script.source.slice(close));
      edits.push({ start: close, end: close + 1, text: goesOn ? "" : "end" });
    }
    if (word === undefined && close === null) return say(words);
    return say(words, { title: word === undefined ? "Change to end" : `Change to ${word}`, edits });
  },

  function statementWord({ mistake: { message }, at, before }) {
    const known = (token: Token | undefined) =>
      token?.kind === "name" && Object.hasOwn(STATEMENT_WORDS, token.text) ? token : undefined;
    const word = known(before) ?? known(at);
    if (word === undefined || !/^(?:syntax error|unexpected symbol|<eof>|'.+' expected)/.test(message))
      return null;
    const words = STATEMENT_WORDS[word.text] ?? "";
    if (words === "" || (word === before && at !== undefined && /^[=,.:]$/.test(at.text))) return null;
    const spare = word.text === "await" || word.text === "async" || word.text === "new";
    if (!spare || at === undefined) return say(words);
    return say(
      words,
      replacing("Remove it", { start: word.start, end: word === before ? at.start : word.end }, ""),
    );
  },
];
