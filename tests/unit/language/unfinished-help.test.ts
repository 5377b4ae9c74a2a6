/** Completion, hover and signatures where the text around the caret is only half written. */

import { describe, expect, it } from "vitest";
import { complete } from "../../../src/language/completion/complete";
import { hover } from "../../../src/language/hover";
import { signature } from "../../../src/language/signature";
import { caret } from "./marked";
import { inShop } from "./shop";

/** `W.` in a snippet stands for the namespace. */
const at = (marked: string) => caret(marked.replaceAll("W.", "app.integrations.whatsapp."));
const LIST = "local r = W.list_contacts({ limit = 5 })\n";

function labels(marked: string): string[] {
  const { source, offset } = at(marked);
  return complete(source, offset, inShop)
    .toSorted((a, b) => a.order - b.order)
    .map(({ label }) => label);
}

describe("offers only keywords that fit", () => {
  it.each<[string, readonly string[]]>([
    ["if ready |", ["and", "or", "then"]],
    ["if ready th|", ["and", "or", "then"]],
    ["if a then\n  b()\nelseif c |", ["and", "or", "then"]],
    ["if #list > 0 |", ["and", "or", "then"]],
    ["while ready |", ["and", "or", "do"]],
    ["for i = 1, 10 |", ["and", "or", "do"]],
    ["for i = 1, 10 d|\n  print(i)\nend", ["and", "or", "do"]],
    ["for _, v |", ["in"]],
    ["for _, v i|", ["in"]],
    ["for _, v in pairs({}) |", ["and", "or", "do"]],
    ["print('a' |", ["and", "or"]],
    ["local t = { a = 1 |", ["and", "or"]],
    ["W.send_message({ to = '1' |", ["and", "or"]],
    ["W.send_message({\n  to = '1'\n  |\n})", ["and", "or"]],
    ["local t = t[1 |", ["and", "or"]],
    ["local total |", []],
    ["local total <|", ["const", "close"]],
    ["local total <c|", ["const", "close"]],
    ["local |\nprint(1)", ["function"]],
    ["function |\nprint(1)", []],
    ["for |\nprint(1)", []],
    ["if x then return 1 |", ["and", "or", "end", "else", "elseif", "until"]],
  ])("%s", (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ["x = |", "nil", "while"],
    ["print(|", "true", "end"],
    ["if |", "not", "then"],
    ["return |\nend", "function", "return"],
    ["local x = a and |", "nil", "local"],
    ["|\nlocal x =", "local", "then"],
    ["if a then |", "return", "nil"],
    ["if a then\n  b()\nel|", "else", "not"],
    ["local x = 1\n|", "and", "then"],
    ["for _, v in |", "ipairs", "v"],
    ["for i = 1, |", "tonumber", "i"],
    ["local count = #|", "string", "count"],
    ["local ok, r = pcall(|", "print", "ok"],
  ])("%s offers %s and not %s", (marked, wanted, unwanted) => {
    expect(labels(marked)).toContain(wanted);
    expect(labels(marked)).not.toContain(unwanted);
  });

  it("puts iterators first after `in`", () => {
    expect(labels("for _, v in |").slice(0, 2).toSorted()).toEqual(["ipairs", "pairs"]);
  });
});

describe("members in the middle of a broken script", () => {
  it.each<[string, readonly string[]]>([
    [`${LIST}if r.|\nlocal x = 1`, ["data", "paging"]],
    [`${LIST}local first = r.|\nprint(first)`, ["data", "paging"]],
    [`${LIST}if r.data[1].| == then\nend`, ["wa_id", "profile_name"]],
    [`${LIST}print('a' 'b', r.|)`, ["data", "paging"]],
    [`${LIST}local t = { a = 1 b = r.| }`, ["data", "paging"]],
    [`${LIST}if x != r.| then\nend`, ["data", "paging"]],
    [`${LIST}if x = r.| then\nend`, ["data", "paging"]],
    [`${LIST}local y =\nx = r.|`, ["data", "paging"]],
    [`${LIST}for _, c in ipairs(r.data)\n  print(c.|)\nend`, ["wa_id", "profile_name"]],
    [`${LIST}fro _, c in ipairs(r.data) do\n  print(c.|`, ["wa_id", "profile_name"]],
    ["functio f()\n  local r = W.get_current_user()\n  r.|\nend", ["id", "name", "email"]],
    ["loca r = W.get_current_user()\nr.|", ["id", "name", "email"]],
    [`${LIST}r["|`, ['"data"', '"paging"']],
    [`${LIST}r.paging["|"]`, ['"cursors"', '"next"', '"previous"']],
    ['app["|', ['"integrations"']],
    ['app.integrations["|"]', ['"whatsapp"']],
  ])("%s", (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it("offers accounts first in brackets", () => {
    expect(labels('local wa = app.integrations.whatsapp\nwa["|').slice(0, 3)).toEqual([
      '"default"',
      '"support"',
      '"sales"',
    ]);
  });

  it.each<[string, readonly string[]]>([
    ["local t = { name = 'x', age = 1 }\nprint(t.|", ["name", "age"]],
    ["local t = {}\nt.name = 1\nfunction t.greet() end\nt.|", ["name", "greet"]],
    ["local t = { name = 1 }\nfunction t:greet() end\nt:|", ["greet"]],
    ["local t = { a = { b = 1 } }\nt.a.|", ["b"]],
    ["local list = { { name = 'a' }, { name = 'b', tag = 1 } }\nlist[1].|", ["name", "tag"]],
    ["local list = { { name = 'a' } }\nfor _, one in ipairs(list) do\n  print(one.|", ["name"]],
    [
      "local A = {}\nfunction A:add(n) self.sum = n end\nfunction A:show()\n  return self.|",
      ["add", "show", "sum"],
    ],
    ["local A = {}\nA.__index = A\nfunction A.new() end\nA.|", ["new"]],
    ["local function make() return { id = 1 } end\nmake().|", ["id"]],
    ["config = { url = 'x' }\nprint(config.|", ["url"]],
    ["local t = setmetatable({ size = 1 }, {})\nt.|", ["size"]],
    ["local t = {}\nprint(t.|)\nt.other = 1", ["other"]],
  ])("members of the script's own tables: %s", (marked, expected) => {
    expect(labels(marked).toSorted()).toEqual(expected.toSorted());
  });
});

describe("arguments of a truncated call", () => {
  it.each<[string, readonly string[]]>([
    ["W.send_message({ to = '1' body = 'x', | })", ["preview_url"]],
    ["W.send_message({ to = '1'\n  body = 'x'\n  preview_url = |\n})", ["true", "false"]],
    ["W.send_message({ to = , | })", ["body", "preview_url"]],
    ["W.send_message({ to: '1', | })", ["to", "body", "preview_url"]],
    ["W.send_message({ to = '1', |\nlocal x = 1", ["body", "preview_url"]],
    ["if W.send_message({ | then\nend", ["to", "body", "preview_url"]],
    ["local r = W.send_message({ to = '1', | }\nprint(r.messages[1].id)", ["body", "preview_url"]],
    ["functio f()\n  W.list_contacts({ |\nend", ["limit", "after"]],
    ["W.send_message({ to = (1 + 2, | })", []],
    ["W.send_message {|", ["to", "body", "preview_url"]],
  ])("%s", (marked, expected) => {
    const found = labels(marked);
    expect(
      expected.length === 0 ? found.filter((one) => one === "to") : found.slice(0, expected.length),
    ).toEqual(expected);
  });

  it("does not interfere with a string being typed", () => {
    expect(labels('W.send_message({ to = "1", body = "hello |')).toEqual([]);
    expect(labels('W.send_message({ to = "1", body = "|')).toHaveLength(1);
  });
});

describe("hover on half-written code", () => {
  const explained = (marked: string) => {
    const { source, offset } = at(marked);
    return hover(source, offset, inShop)?.markdown ?? null;
  };
  it.each<[string, string]>([
    ["W.send_mes|sage(", "send_message({ to: string"],
    ["W.send_message({ to = '1' bo|dy = 'x' })", "body: string"],
    ["W.send_message({ bo|dy", "body: string"],
    ["local r = W.|list_contacts({\nprint(1)", "list_contacts({ limit?: integer"],
    [`${LIST}if r.da|ta`, "wa_id: string"],
    [`${LIST}for _, c in ipairs(r.data) do\n  print(c.wa_i|d`, "wa_id: string"],
    ["functio greet(name)\n  print(na|me)\nend", "(parameter) name"],
    ["functio greet(name)\n  print(name)\nend\ngre|et(", "function greet(name)"],
    ["loca count = 1\nprint(cou|nt", "count: number"],
    ["fro i = 1, 3 do print(i|", "i: integer"],
    ["if x != stri|ng.rep('a', 2) then", "string"],
    ["print(('x'):up|per(", "string.upper(s): string"],
    ["local t = { a = 1 b = prin|t }", "print(...)"],
    ["app.inte|grations.", "`whatsapp`"],
    ["W.sup|port.", "Account `support`"],
    ["W.suport|.", "No account `suport` of WhatsApp Business"],
    ["local ok, ans|wer = pcall(W.send_message, {", "messages"],
    ["io|.", "does not exist here"],
    ["-- Greets.\nlocal function greet() end\ngre|et(", "Greets."],
    ["-- Greets.\nlocal function greet(na|me", "(parameter) name"],
    ["local t = {}\n-- Says hello.\nfunction t.greet(name) end\nt.gr|eet(", "Says hello."],
    ["local t = { name = 'x' }\nprint(t.na|me", "name: string"],
    ["local A = {}\nfunction A:add(n) end\nfunction A:two()\n  self:ad|d(", "(method) add(n)"],
    ["function greet(na|me", "(parameter) name"],
    ["W.send_template({ template_name = 'order_|update',", "Order"],
    ["W.send_message({ to = '1555|1234567', ", "Maya Torres"],
    ["W.send_template({ components = { { ty|pe = ", "where it goes"],
  ])("%s", (marked, text) => {
    expect(explained(marked)).toContain(text);
  });

  it.each([
    "local x = |",
    "if a the|n",
    "whi|le true",
    "W.send_template({ template_name = 'order_upd|ate",
    "goto con|tinue",
    "(|",
  ])("says nothing on %s", (marked) => {
    expect(explained(marked)).toBeNull();
  });
});

describe("signatures in half-written code", () => {
  const shown = (marked: string) => {
    const { source, offset } = at(marked);
    const found = signature(source, offset, inShop);
    const active = found?.active === null ? undefined : found?.parameters[found.active];
    return found && [found.label.split("(")[0], active ? found.label.slice(active.start, active.end) : null];
  };
  it.each<[string, readonly [string, string | null] | null]>([
    ["W.send_message(|", ["send_message", null]],
    ["W.send_message('1' |)", ["send_message", null]],
    ["W.send_message('1', |\nlocal x = 1", ["send_message", null]],
    ["W.send_message({ to = '1',|", ["send_message", null]],
    ["W.send_message({ to = '1' body = |})", ["send_message", "body: string"]],
    ["W.send_message {|", ["send_message", null]],
    ["W.send_message { to = |", ["send_message", "to: string"]],
    ["W.send_message({\n  to = '1',\n  |\nprint(1)", ["send_message", null]],
    ["W.send_message({ to = string.rep('1', | }", ["string.rep", "n"]],
    ["if W.send_message({ body = | then", ["send_message", "body: string"]],
    ["W.send_template({ components = { { type = |", ["send_template", "components?: array"]],
    ["functio f()\n  W.list_contacts({ limit = |\nend", ["list_contacts", "limit?: integer"]],
    ["local function greet(name, loud) end\ngreet('x', |", ["greet", "loud"]],
    ["functio greet(name, loud) end\ngreet('x', |", ["greet", "loud"]],
    ["local t = { greet = function(name) end }\nt.greet(|", ["greet", "name"]],
    ["local t = {}\nfunction t:greet(name) end\nt:greet(|", ["greet", "name"]],
    ["local t = {}\nfunction t:greet(name) end\nt.greet(t, |", ["greet", "name"]],
    ["local t = {}\nfunction t.greet(name, loud) end\nt:greet(|", ["greet", "loud"]],
    ["local s = 'x'\ns:rep(2, |", ["string.rep", "sep"]],
    ["for i, v in ipairs(|", ["ipairs", "t"]],
    ["pcall(|", ["pcall", "f"]],
    ["print(print(1), |", ["print", "..."]],
    ["print((1 + |", ["print", "..."]],
    ["local x = |", null],
    ["local t = { a = |", null],
    ["unknown(|\nprint(1)", null],
  ])("%s", (marked, expected) => {
    expect(shown(marked)).toEqual(expected);
  });

  it("shows the comment above the function", () => {
    const { source, offset } = at("-- Greets somebody.\nlocal function greet(name) end\ngreet(|");
    expect(signature(source, offset, inShop)?.documentation).toBe("Greets somebody.");
  });
});
