/** Comments as other languages begin them. */

import type { Token } from "../../lexer";
import { replacing } from "../diagnostic";
import { type SyntaxRule, say } from "./site";

export const FOREIGN_COMMENTS: readonly SyntaxRule[] = [
  function comment({ script: { source, tokens, lines }, mistake: { start, message }, at }) {
    const words = "Comments start with `--`.";
    const fix = (token: Token) => replacing("Convert to a comment", token, "--");
    if (at?.text === "#" && /^(?:unexpected symbol|'.+' expected|<eof> expected|syntax error)/.test(message))
      return say(words, fix(at));
    if (at?.text === "//") return say(words, fix(at));
    if (source.startsWith("/*", start)) {
      const end = source.indexOf("*/", start);
      const edits = [{ start, end: start + 2, text: "--[[" }];
      if (end >= 0) edits.push({ start: end, end: end + 2, text: "]]" });
      return say("Multi-line comments start with `--[[` and end with `]]`.", {
        title: "Convert to a comment",
        edits,
      });
    }
    // `x = 1 // two words` is a division up to the second word.
    const line = lines.line(start);
    const slashes = tokens.find(
      (token) => token.text === "//" && token.start < start && lines.line(token.start) === line,
    );
    if (slashes !== undefined) return say(words, fix(slashes));
    const above =
      line > 0
        ? tokens.findLast((token) => token.text === "//" && lines.line(token.start) === line - 1)
        : undefined;
    const first = source.slice(lines.start(line), start).trim() === "";
    if (
      above === undefined ||
      !first ||
      !/^\s+\S+(?:\s+\S+)?\s*$/.test(source.slice(above.end, lines.start(line)))
    )
      return null;
    return say(words, fix(above));
  },
];
