import { entries } from "./entry";

/** Global functions, and the small libraries `coroutine`, `os`, `debug`. */
export const BASIC = [
  ...entries("", [
    [
      "assert",
      "(v [, message])",
      "...",
      "Raises `message` when `v` is false or nil; otherwise gives its arguments back.",
    ],
    [
      "collectgarbage",
      '("count" | "collect")',
      "number",
      'Kilobytes in use (`"count"`), or a full collection (`"collect"`).',
    ],
    [
      "error",
      "(message [, level])",
      "",
      "Raises an error; a string gets the position of the caller in front unless `level` is 0.",
    ],
    ["getmetatable", "(object)", "table | nil", "The metatable of a value, or its `__metatable` field."],
    ["ipairs", "(t)", "iterator", "Walks `t[1]`, `t[2]`, … up to the first nil: `for i, v in ipairs(t) do`."],
    [
      "load",
      "(chunk [, name [, mode [, env]]])",
      "function | nil, string",
      "Compiles Lua text; nil and the message when it has a mistake. Binary chunks are refused.",
    ],
    ["next", "(t [, key])", "key, value", "The entry behind `key`, in no fixed order; nil at the end."],
    [
      "pairs",
      "(t)",
      "iterator",
      "Walks all entries of a table, in no fixed order: `for k, v in pairs(t) do`.",
    ],
    [
      "pcall",
      "(f, ...)",
      "boolean, ...",
      "Calls `f`; gives `true` and its results, or `false` and the error.",
    ],
    ["print", "(...)", "", "Writes its arguments to the console, tables written out in full."],
    ["rawequal", "(a, b)", "boolean", "Compares without metamethods."],
    ["rawget", "(t, key)", "value", "Reads a field without metamethods."],
    ["rawlen", "(v)", "integer", "Length of a table or string without metamethods."],
    ["rawset", "(t, key, value)", "table", "Writes a field without metamethods."],
    ["select", '(n | "#", ...)', "...", 'The arguments from number `n` on, or how many there are (`"#"`).'],
    ["setmetatable", "(t, metatable)", "table", "Sets the metatable of `t` and gives `t`."],
    ["tonumber", "(v [, base])", "number | nil", "Reads a number from a string; nil when it holds none."],
    ["tostring", "(v)", "string", "The value as text, a table written out in full."],
    [
      "type",
      "(v)",
      "string",
      '`"nil"`, `"number"`, `"string"`, `"boolean"`, `"table"`, `"function"` or `"thread"`.',
    ],
    ["warn", "(message, ...)", "", "Writes a warning to the console."],
    [
      "xpcall",
      "(f, handler, ...)",
      "boolean, ...",
      "As `pcall`, but the error goes through `handler` first.",
    ],
    ["_G", null, "table", "The table of all globals."],
    ["_VERSION", null, "string", '`"Lua 5.4"`.'],
  ]),
  ...entries("coroutine", [
    [
      "close",
      "(co)",
      "boolean [, error]",
      "Ends a suspended coroutine and closes its to-be-closed variables.",
    ],
    ["create", "(f)", "thread", "Makes a coroutine that will run `f`."],
    ["isyieldable", "([co])", "boolean", "Whether the coroutine can yield."],
    [
      "resume",
      "(co, ...)",
      "boolean, ...",
      "Runs a coroutine up to its next yield; `true` and what it gave, or `false` and the error.",
    ],
    ["running", "()", "thread, boolean", "The running coroutine, and whether it is the main one."],
    ["status", "(co)", "string", '`"running"`, `"suspended"`, `"normal"` or `"dead"`.'],
    ["wrap", "(f)", "function", "A coroutine as a function: each call resumes it, errors are passed on."],
    ["yield", "(...)", "...", "Pauses the coroutine; gives what the next resume passes."],
  ]),
  ...entries("os", [
    ["clock", "()", "number", "CPU seconds used so far."],
    [
      "date",
      "([format [, time]])",
      "string | table",
      'A date as text after `strftime`, or as a table for `"*t"`; `!` in front means UTC.',
    ],
    ["difftime", "(t2, t1)", "number", "Seconds from `t1` to `t2`."],
    [
      "time",
      "([table])",
      "integer",
      "Seconds since 1970, now or for the date in `table`; mock mode follows the simulated clock.",
    ],
  ]),
  ...entries("debug", [
    ["traceback", "([thread,] [message [, level]])", "string", "The call stack as text."],
  ]),
] as const;
