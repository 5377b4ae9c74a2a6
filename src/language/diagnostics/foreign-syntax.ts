/** What Python, JavaScript and shells write in other words than Lua, seen from where Lua stops. */
import type { Token } from "../lexer";
import type { ParsedScript, SyntaxMistake } from "../parse/ast";
import { type Fix, replacing } from "./diagnostic";
import type { SyntaxHelp } from "./missing-end";

/** Where Lua stops. */
export interface Site {
  readonly script: ParsedScript;
  readonly mistake: SyntaxMistake;
  /** What Lua stops at; undefined at the end of the text. */
  readonly at: Token | undefined;
  readonly before: Token | undefined;
  readonly behind: Token | undefined;
}

/** Advice on another language's way of writing, or `null` if it is none. */
export function foreignSyntax(site: Site): SyntaxHelp | null {
  for (const rule of RULES) {
    const help = rule(site);
    if (help !== null) return help;
  }
  return null;
}

function say(words: string, ...fixes: Fix[]): SyntaxHelp {
  return { words, fixes };
}

/** Words that begin a statement elsewhere, with what Lua has instead. */
export const STATEMENT_WORDS: Readonly<Record<string, string>> = {
  try: "Lua has no `try`: `local ok, err = pcall(function() … end)` catches errors, and `if not ok then` handles them.",
  catch: "Lua has no `catch`: `pcall` returns false and the error.",
  except: "Lua has no `except`: `pcall` returns false and the error.",
  finally: "Lua has no `finally`: write it after the `pcall`.",
  throw: 'Lua has no `throw`: `error("…")` raises an error.',
  raise: 'Lua has no `raise`: `error("…")` raises an error.',
  switch: "Lua has no `switch`: write `if … then … elseif … then … end`.",
  match: "Lua has no `match`: write `if … then … elseif … then … end`.",
  case: "Lua has no `case`: write `elseif value == … then`.",
  class: "Lua has no `class`: a table with functions, and `setmetatable`, serve as one.",
  import: "A script is one file, without modules: what it can use is there already.",
  from: "A script is one file, without modules: what it can use is there already.",
  export: "A script is one file, without modules: `return` hands a value out.",
  lambda: "A function without a name is written `function(x) return … end`.",
  await: "A call waits for its answer by itself: leave out `await`.",
  async: "A call waits for its answer by itself: leave out `async`.",
  new: "Lua has no `new`: call the function that makes the table.",
  pass: "Lua has no `pass`: a block can be empty.",
  unless: "Lua has no `unless`: write `if not … then`.",
};

const RULES: readonly ((site: Site) => SyntaxHelp | null)[] = [
  function loopHead({ script: { source }, at }) {
    if (at?.text !== "(") return null;
    const head = source.slice(0, at.start);
    const from = /\bfor\s*$/.exec(head)?.index;
    if (from === undefined) return null;
    const line = source.slice(from).split("\n", 1)[0] ?? "";
    const counting =
      /^for\s*\(\s*(?:let|var|int|local)?\s*(\w+)\s*=\s*([^;]+);\s*\1\s*(<=?|>=?)\s*([^;]+);\s*(?:\1(\+\+|--)|(?:\+\+|--)\1|\1\s*([+-])=\s*(\w+))\s*\)\s*(\{?)/.exec(
        line,
      );
    if (counting !== null) {
      const [all, name, first, sign, last, twice, once, step, brace] = counting;
      const down = twice === "--" || once === "-" || (sign ?? "").startsWith(">");
      const bound = (sign ?? "").endsWith("=") ? last : `${last?.trim()} ${down ? "+" : "-"} 1`;
      const by = step ?? "1";
      const steps = down ? `, -${by}` : by === "1" ? "" : `, ${by}`;
      const text = `for ${name} = ${first?.trim()}, ${bound?.trim()}${steps} do`;
      return say(
        "A loop that counts is written `for i = 1, n do`.",
        braced(source, from, all.length, text, brace),
      );
    }
    const walking = /^for\s*\(\s*(?:const|let|var|local)?\s*(\w+)\s+(?:of|in)\s+([^){]+)\)\s*(\{?)/.exec(
      line,
    );
    if (walking === null) return null;
    const [all, name, list, brace] = walking;
    const text = `for _, ${name} in ipairs(${list?.trim()}) do`;
    return say(
      "A list is walked with `for _, v in ipairs(list) do`.",
      braced(source, from, all.length, text, brace),
    );
  },

  function namedArguments({ script, mistake: { message }, at, before }) {
    if (at?.text !== "=" || before?.kind !== "name" || !message.startsWith("')' expected")) return null;
    const open = openParenthesis(script.tokens, at.start);
    if (open === null) return null;
    const { paren, caller } = open;
    if (caller.some((text) => text === "function"))
      return say(
        `A parameter has no default value here: write \`${before.text} = ${before.text} or …\` in the body.`,
      );
    const words = "Arguments by name are put into braces: `f({ name = value })`.";
    const close = closing(script.tokens, paren.start);
    const first = script.source.slice(paren.end, before.start).trim() === "";
    if (close === null || !first) return say(words);
    const edits = [
      { start: paren.end, end: paren.end, text: "{ " },
      { start: close, end: close, text: " }" },
    ];
    return say(words, { title: "Put the arguments into braces", edits });
  },

  function comment({ script: { source, tokens, lines }, mistake: { start, message }, at }) {
    const words = "A comment begins with `--`.";
    const fix = (token: Token) => replacing("Make it a comment", token, "--");
    if (at?.text === "#" && /^(?:unexpected symbol|'.+' expected|<eof> expected|syntax error)/.test(message))
      return say(words, fix(at));
    if (at?.text === "//") return say(words, fix(at));
    if (source.startsWith("/*", start)) {
      const end = source.indexOf("*/", start);
      const edits = [{ start, end: start + 2, text: "--[[" }];
      if (end >= 0) edits.push({ start: end, end: end + 2, text: "]]" });
      return say("A comment of several lines begins with `--[[` and ends with `]]`.", {
        title: "Make it a comment",
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

  function template({ script: { source }, at }) {
    if (at?.text !== "`") return null;
    const end = source.indexOf("`", at.end);
    if (end < 0) return say("A text is put in straight quotes.");
    const text = source.slice(at.end, end);
    const words = text.includes("${")
      ? "Lua fills in no values: join the parts with `..`, or use `string.format`."
      : "A text is put in straight quotes.";
    return say(
      words,
      replacing("Use Lua's quotes", { start: at.start, end: end + 1 }, joined(text, /\$\{([^}]*)\}/)),
    );
  },

  function tripleQuotes({ script: { source }, at, before }) {
    if (at?.kind !== "string" || (before?.text !== '""' && before?.text !== "''") || before.end !== at.start)
      return null;
    const quotes = before.text.charAt(0).repeat(3);
    const end = source.indexOf(quotes, before.start + 3);
    const words = "A text over several lines is written `[[…]]`.";
    if (end < 0) return say(words);
    const text = source.slice(before.start + 3, end);
    return say(words, replacing("Use [[ ]]", { start: before.start, end: end + 3 }, `[[${text}]]`));
  },

  function arrow({ script: { source, tokens }, at, before, behind }) {
    if (at?.text !== "=" || behind?.text !== ">" || behind.start !== at.end) return null;
    const words = "A function without a name is written `function(x) return … end`.";
    if (before === undefined) return say(words);
    const open = before.text === ")" ? opening(tokens, before.start) : before.start;
    if (open === null) return say(words);
    const parameters = source.slice(open, before.end);
    const rest = source.slice(behind.end);
    const body = expressionEnd(rest);
    const text = rest.slice(0, body).trim();
    if (text === "" || text.startsWith("{")) return say(words);
    const list = parameters.startsWith("(") ? parameters : `(${parameters})`;
    const range = { start: open, end: behind.end + rest.slice(0, body).trimEnd().length };
    return say(words, replacing("Write it as a function", range, `function${list} return ${text} end`));
  },

  function questionMarks({ script: { source }, mistake: { start }, at }) {
    if (at?.text !== "?") return null;
    if (source.startsWith("??=", start)) return orAssignment(source, start, 3);
    if (source.startsWith("??", start))
      return say("Lua's word is `or`.", replacing("Change to or", { start, end: start + 2 }, "or"));
    if (source.startsWith("?.", start) || source.startsWith("?[", start) || source.startsWith("?:", start)) {
      const words = "Lua has no `?.`: `a and a.b` is nil when `a` is.";
      const chain = /[A-Za-z_][\w.]*$/.exec(source.slice(0, start))?.[0];
      const rest = /^(?:\?\.\w+)(?:\??\.\w+)*/.exec(source.slice(start))?.[0];
      if (chain === undefined || rest === undefined) return say(words);
      let path = chain;
      const parts = [chain];
      for (const [name] of rest.matchAll(/\w+/g)) {
        path = `${path}.${name}`;
        parts.push(path);
      }
      const range = { start: start - chain.length, end: start + rest.length };
      return say(words, replacing("Check each part", range, `(${parts.join(" and ")})`));
    }
    const line = source.slice(source.lastIndexOf("\n", start - 1) + 1).split("\n", 1)[0] ?? "";
    const from = source.lastIndexOf("\n", start - 1) + 1;
    const words = "Lua writes `condition and one or other`.";
    const parts = /^(.*?(?:=|\breturn\b)\s*)([^=?][^?]*?)\s*\?\s*([^?:]+?)\s*:\s*([^?:]+?)\s*;?$/.exec(line);
    if (parts === null || parts[1]?.endsWith("==")) return say(words);
    const [, head = "", condition = "", one = "", other = ""] = parts;
    const range = { start: from + head.length, end: from + line.length };
    return say(words, replacing("Write it with and, or", range, `${condition} and ${one} or ${other}`));
  },

  function orEquals({ script: { source }, mistake: { start } }) {
    const from = source[start - 1] === "|" && source[start] === "|" ? start - 1 : start;
    return source.startsWith("||=", from) ? orAssignment(source, from, 3) : null;
  },

  function signs({ script: { source }, at, before }) {
    if (at === undefined) return null;
    if (at.text === "$") return say("A variable has no `$` in Lua.", replacing("Remove it", at, ""));
    if (before === undefined || before.end !== at.start) return null;
    const pair = before.text + at.text;
    const both = { start: before.start, end: at.end };
    if (pair === ":=") return say("Lua sets with `=`.", replacing("Change to =", both, "="));
    if (pair === "<>") return say("Not equal is `~=`.", replacing("Change to ~=", both, "~="));
    if (pair === "**") return say("A power is written `^`.", replacing("Change to ^", both, "^"));
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
      return say(`Lua writes \`${word}\` for \`:\`.`, replacing(`Change to ${word}`, colon, ` ${word}`));
    }
    if (at?.text !== ":" || before === undefined) return null;
    if (before.text === "else" || before.text === ")")
      return say("A block needs no `:`: it goes up to `end`.", replacing("Remove it", at, ""));
    const type = /^:\s*\w+(?=\s*(?:=|\n|$))/.exec(source.slice(at.start))?.[0];
    if (before.kind === "name" && type !== undefined && /\blocal\s+\w+$/.test(source.slice(0, before.end)))
      return say(
        "Lua has no types: leave it out.",
        replacing("Remove it", { start: at.start, end: at.start + type.length }, ""),
      );
    return null;
  },

  function blocks({ script, mistake: { message }, at, before, behind }) {
    if (at?.text === "}" && /^(?:else|elseif)$/.test(behind?.text ?? ""))
      return say("A block needs no `}` in front of `else`.", replacing("Remove it", at, ""));
    if (at?.text !== "{" || before === undefined) return null;
    const word = /^'(then|do)' expected/.exec(message)?.[1];
    const own = before.text === "else" || (before.text === ")" && message.startsWith("unexpected symbol"));
    if (word === undefined && !own) return null;
    const words =
      word === undefined
        ? "A block needs no `{`: it goes up to `end`."
        : `Lua writes \`${word} … end\` for \`{ … }\`.`;
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

function orAssignment(source: string, start: number, length: number): SyntaxHelp {
  const target = /([\w.]+)\s*$/.exec(source.slice(0, start))?.[1];
  const words = "Lua writes `x = x or y`.";
  return target === undefined
    ? say(words)
    : say(
        words,
        replacing(`Write ${target} = ${target} or …`, { start, end: start + length }, `= ${target} or`),
      );
}

/** A head whose brace, if it has one, is closed by `end`. */
function braced(source: string, from: number, length: number, text: string, brace: string | undefined): Fix {
  const edits = [{ start: from, end: from + length, text }];
  if (brace === "{") {
    let depth = 1;
    for (let at = from + length; at < source.length && depth > 0; at++) {
      if (source[at] === "{") depth++;
      if (source[at] !== "}") continue;
      depth--;
      if (depth === 0) edits.push({ start: at, end: at + 1, text: "end" });
    }
  }
  return { title: `Write ${text}`, edits };
}

/** A text with values in it as Lua's concatenation. `value` matches a value in braces. */
export function joined(text: string, value: RegExp): string {
  const quoted = (part: string) => {
    if (part.includes("\n")) return `[[${part.startsWith("\n") ? "\n" : ""}${part}]]`;
    return part.includes('"') && !part.includes("'") ? `'${part}'` : `"${part.replace(/(?<!\\)"/g, '\\"')}"`;
  };
  const parts = text
    .split(new RegExp(value.source))
    .map((part, at) =>
      at % 2 === 0
        ? part === ""
          ? ""
          : quoted(part)
        : /^[\w.]+$/.test(part.trim())
          ? part.trim()
          : `(${part.trim()})`,
    )
    .filter((part) => part !== "");
  return parts.length === 0 ? '""' : parts.join(" .. ");
}

/** Where an expression ends that begins here: at a bracket that it does not open, a comma, or the line's end. */
function expressionEnd(text: string): number {
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    if (depth < 0 || character === "\n" || (depth === 0 && (character === "," || character === ";")))
      return at;
  }
  return text.length;
}

const OPENERS = /^[([{]$/;
const CLOSERS = /^[)\]}]$/;

/** The parenthesis that is open at an offset, and what precedes it on its line. */
function openParenthesis(
  tokens: readonly Token[],
  offset: number,
): { readonly paren: Token; readonly caller: readonly string[] } | null {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || token.start >= offset || token.kind !== "op") continue;
    if (CLOSERS.test(token.text)) depth++;
    if (!OPENERS.test(token.text)) continue;
    if (depth > 0) depth--;
    else {
      const caller = tokens.slice(Math.max(0, at - 6), at).map(({ text }) => text);
      return token.text === "(" ? { paren: token, caller: caller.slice(caller.lastIndexOf("\n") + 1) } : null;
    }
  }
  return null;
}

/** Where the bracket that opens at an offset is closed, or `null`. */
function closing(tokens: readonly Token[], open: number): number | null {
  let depth = 0;
  for (const { kind, text, start } of tokens) {
    if (start < open || kind !== "op") continue;
    if (OPENERS.test(text)) depth++;
    if (!CLOSERS.test(text)) continue;
    depth--;
    if (depth === 0) return start;
  }
  return null;
}

/** Where the bracket that closes at an offset was opened, or `null`. */
function opening(tokens: readonly Token[], close: number): number | null {
  let depth = 0;
  for (const { kind, text, start } of tokens.toReversed()) {
    if (start > close || kind !== "op") continue;
    if (CLOSERS.test(text)) depth++;
    if (!OPENERS.test(text)) continue;
    depth--;
    if (depth === 0) return start;
  }
  return null;
}
