/** What other languages write, shared by the marks for names and for syntax. */

/** Words that begin a statement elsewhere, with what Lua has instead. */
export const STATEMENT_WORDS: Readonly<Record<string, string>> = {
  try: "Lua has no `try`: `local ok, err = pcall(function() … end)` catches errors, and `if not ok then` handles them.",
  catch: "Lua has no `catch`: `pcall` returns false and the error.",
  except: "Lua has no `except`: `pcall` returns false and the error.",
  finally: "Lua has no `finally`: put that code after the `pcall`.",
  throw: 'Lua has no `throw`: `error("…")` raises an error.',
  raise: 'Lua has no `raise`: `error("…")` raises an error.',
  switch: "Lua has no `switch`: write `if … then … elseif … then … end`.",
  match: "Lua has no `match`: write `if … then … elseif … then … end`.",
  case: "Lua has no `case`: write `elseif value == … then`.",
  class: "Lua has no `class`: use a table with functions and `setmetatable`.",
  import: "Scripts are one file, without modules: everything available is already loaded.",
  from: "Scripts are one file, without modules: everything available is already loaded.",
  export: "Scripts are one file, without modules: use `return` to return a value.",
  lambda: "Write an anonymous function as `function(x) return … end`.",
  await: "Calls wait for their response: remove `await`.",
  async: "Calls wait for their response: remove `async`.",
  new: "Lua has no `new`: call the function that creates the object.",
  pass: "Lua has no `pass`: a block can be empty.",
  unless: "Lua has no `unless`: write `if not … then`.",
};

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
