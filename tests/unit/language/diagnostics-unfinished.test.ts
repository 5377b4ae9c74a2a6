import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "../../../src/language/parse/parser";
import { realCompiler } from "./compiler";
import { found, marked, shown } from "./marked";

let compile: (source: string) => string | null;
beforeAll(async () => {
  compile = await realCompiler();
});

/**
 * Code as it stands while it is typed. The marks of a snippet are all that may be there beside syntax errors; these are
 * compared where the snippet has some itself, and must be there at all where Lua refuses the text.
 */
function unfinished(snippets: readonly string[]): void {
  it.each(snippets)("%s", (snippet) => {
    const { source, expected } = marked(snippet);
    const syntaxToo = expected.some(({ code }) => code === "syntax");
    const marks = found(snippet).filter(({ code }) => syntaxToo || code !== "syntax");
    expect(shown(source, marks)).toEqual(shown(source, expected));
    expect(parse(source).errors.length > 0).toBe(compile(source) !== null);
  });
}

const WA = "local wa = app.integrations.whatsapp\n";

describe("a path being typed", () => {
  unfinished([
    "app",
    "app.",
    "app.integrations",
    "app.integrations.",
    "app.integrations.whatsapp.",
    "app.integrations.whatsapp.send",
    `${WA}wa.`,
    `${WA}wa.send_mess`,
    `${WA}wa.support.`,
    `${WA}wa.\nprint(wa)`,
    `${WA}wa.sup.`,
    `${WA}local r = wa.`,
    `${WA}local r = wa.list_contacts().`,
    `${WA}print(wa.`,
    `${WA}if wa.`,
    `${WA}for _, c in ipairs(wa.`,
    `${WA}return wa[`,
    `${WA}return wa["sup`,
    `${WA}wa:`,
    `${WA}wa.send_message\nwa.«unknown-function:send_mesage»({})`,
  ]);
});

describe("a call being typed", () => {
  unfinished([
    `${WA}wa.send_message(`,
    `${WA}wa.send_message({`,
    `${WA}wa.send_message({ to`,
    `${WA}wa.send_message({ to =`,
    `${WA}wa.send_message({ to = `,
    `${WA}wa.send_message({ to = "`,
    `${WA}wa.send_message({ to = "155`,
    `${WA}wa.send_message({ to = "15551234567"`,
    `${WA}wa.send_message({ to = "15551234567",`,
    `${WA}wa.send_message({ to = "15551234567", bo`,
    `${WA}wa.send_message({ to = "15551234567" }`,
    `${WA}wa.send_message({\n  to = "15551234567"\n  body = "x",\n})`,
    `${WA}wa.send_message({ to = , body = "x" })`,
    `${WA}wa.send_message { to = "1`,
    `${WA}wa.send_message "`,
    `${WA}wa.send_message("15551234567",`,
    `${WA}wa.send_message("15551234567", )`,
    `${WA}pcall(wa.send_message, {`,
    `${WA}pcall(wa.send_message,`,
    `${WA}pcall(wa.`,
    `${WA}local ok, r = pcall(wa.send_message, { to = "15551234567", body = "x" }`,
    `${WA}wa.send_template({ to = "15551234567", template_name = "order_`,
    `${WA}wa.send_template({ to = "15551234567", template_name = "order_update", components = {`,
    `${WA}wa.send_template({ to = "15551234567", template_name = "order_update", components = { {`,
    `${WA}wa.send_template({ to = "15551234567", template_name = "order_update", components = { { type = "bo`,
    `${WA}wa.send_template({ to = "15551234567", template_name = "order_update", components = { { type = "body", parameters = {`,
    `${WA}wa.send_template({ to = "15551234567", template_name = "order_update", components = { { type = "body", parameters = { { type = "text", text =`,
    `${WA}wa.«unknown-function:send_mesage»({ to = "15551234567",`,
    `${WA}wa.«unknown-account:suport».send_message({`,
    `${WA}wa.send_message({ to = «wrong-type:{}», body = "x" })\nlocal y =`,
    `${WA}wa.send_message({ to = "15551234567", «unknown-field:bdy» = "x", body = "x" })\nif`,
  ]);
});

describe("statements being typed", () => {
  unfinished([
    "local",
    "local x =«syntax:»",
    "local x <con",
    "local function",
    "local function f(",
    "local function f(a,",
    "local function f(a) re",
    "function",
    "local t = {}\nfunction t.",
    "if",
    "if x",
    "if true then",
    "if true then\nelse",
    "if true then print(1) elseif",
    "for",
    "for i",
    "for i =",
    "for i = 1",
    "for i = 1,",
    "for i = 1, 2 do",
    "for _, v",
    "for _, v in",
    "for _, v in pairs({})",
    "while",
    "while true do",
    "repeat",
    "repeat\nuntil",
    "return",
    "return 1 +",
    "goto",
    "::name",
    "do local a = 1",
    "print(",
    "print('a",
    "print([[a",
    "--[[ a",
    "local t = {",
    "local t = { a = 1,",
    "local t = { [1",
    "local t = {}\nt.",
    "local t = {}\nt[",
    "local x = 1\nx.",
    "local x = 1\nx",
    "x = ",
    "local a, b = 1,",
    "local f = function(",
    "local s = 'x'\ns:",
    "local s = 'x' ..",
    "not",
    "#",
  ]);
});

describe("the rest is still checked", () => {
  unfinished([
    "«undefined-global:prnt»('x')\nlocal x =",
    "local x =\n«removed-global:io».write('x')",
    "if true then\n  «undefined-global:prnt»('x')\n",
    `${WA}local r = wa.get_current_user()\nprint(r.«unknown-result-field:nam»\n`,
    `${WA}local r = wa.list_contacts({ limit = 5 })\nfor _, c in «missing-iterator:r.data» do\n`,
    `${WA}local r = wa.list_contacts({ limit = 5 })\nfor _, c in ipairs(r.data) do\n  print(c.«unknown-result-field:wa_idd»)\n`,
    `${WA}local r = wa.list_contacts({ limit = 5 })\nprint(r.`,
    `${WA}local r = wa.list_contacts({ limit = 5 })\nprint(r.data[`,
    `${WA}local r = wa.list_contacts({ limit = 5 })\nprint(r.data[1].`,
    `${WA}local function f(\n  return wa.«unknown-function:nothing»()\nend`,
    `local s = 'open\n«undefined-global:prnt»('x')`,
    `local t = { a = 1 b = 2 }\n«undefined-global:prnt»(t)`,
    "print('a' 'b'",
    "local x, «syntax:=» 1",
    "local x = 1\nx «syntax:!»= 1",
    "local a = «syntax:=» 1\nlocal b = «syntax:=» 2",
    "local t = {«syntax:»",
    "print(«syntax:»",
    "print(«syntax:'open»\nlocal y = 1\nprint(y)",
  ]);
});
