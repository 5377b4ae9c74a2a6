import { entries } from "./entry";

/** What the agent host adds to Lua. */
export const HELPERS = [
  ...entries("", [
    ["dump", "(value)", "value", "Writes a value out to the console and gives it back."],
    ["lua_list_docs", "()", "string", "The list of documentation pages, as `docs.list`."],
    ["lua_search_docs", "(query)", "string", "Pages that mention `query`, as `docs.search`."],
    ["lua_read_doc", "(page)", "string", "The text of a page, as `docs.read`."],
  ]),
  ...entries("json", [
    ["encode", "(value)", "string", "A value as indented JSON; functions and cycles are an error."],
    ["decode", "(text)", "value", "Reads JSON; raises an error that names the place when it is wrong."],
  ]),
  ...entries("regex", [
    [
      "match",
      "(subject, pattern [, flags])",
      "table | nil",
      "The first match of a Perl-style pattern; element 1 is the whole match.",
    ],
    ["match_all", "(subject, pattern [, flags])", "table", "All matches of a Perl-style pattern."],
    [
      "gsub",
      "(subject, pattern, replacement [, limit])",
      "string",
      "Replaces matches; `$1` or `\\1` stand for captures.",
    ],
  ]),
  ...entries("docs", [
    ["list", "()", "string", "The list of documentation pages."],
    ["search", "(query)", "string", "Pages that mention `query`."],
    ["read", "(page)", "string", 'The text of a page, e.g. `docs.read("integrations.whatsapp")`.'],
  ]),
] as const;
