/** A script that is broken off somewhere, as it is while one types in the middle of it. */
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "../../../src/language/parse/parser";
import { realCompiler } from "./compiler";
import { everything, marked, shown } from "./marked";

let compile: (source: string) => string | null;
beforeAll(async () => {
  compile = await realCompiler();
});

/** Each snippet has all its marks, hints too; syntax errors are compared where it shows some. */
function brokenOff(snippets: readonly string[]): void {
  it.each(snippets)("%s", (snippet) => {
    const { source, expected } = marked(snippet);
    expect(shown(source, everything(snippet))).toEqual(shown(source, expected));
    expect(parse(source).errors.length > 0).toBe(compile(source) !== null);
  });
}

const WA = "local wa = app.integrations.whatsapp\n";
const LIST = `${WA}local r = wa.list_contacts({ limit = 5 })\n`;

describe("the next line is not marked if a value still to be written swallows it", () => {
  brokenOff([
    "local total =\nprint(total)",
    "local total = 1 +\nprint(total)",
    'local text = "x" ..\nprint(text)',
    "local off = not\nprint(off)",
    "local count = #\nprint(count)",
    "local a, b = 1,\nprint(a, b)",
    `${WA}local r = wa.\nprint(r)`,
    `${WA}local r = wa.support.\nprint(r)`,
    `${LIST}local first = r.\nprint(first)`,
    `${LIST}local first = r.data[1].\nprint(first)`,
    `${LIST}local first = r.data[1]:\nprint(first)`,
    `${LIST}r.\nprint(r)`,
    "local s = string.\nprint(s)",
    "local t = table.\nsort = 1\nprint(t)",
    "local a =\ncount = 0\nprint(a, count)",
    "local a = «undefined-global:count» ==\nlimit = 0\nprint(a, limit)",
    "if «undefined-global:ready» ==\nlimit = 5\nprint(limit)",
    `${WA}local r = wa.get_current_user()\nlocal x =\nr = { other = 1 }\nprint(x, r.other)`,
    "local f = function(a)\n  return a\nend\nlocal x = f(\nprint(x)",
    "local ok, problem = pcall(\nprint(ok, problem)",
    "local t = {\n  a = 1,\nprint(t)\nlocal y = 2\nprint(y)",
    "local t = { a = 1\ncount = 2\nprint(count, t)",
    // Written on purpose: these stay marked.
    "local handler = function()\n  «undefined-global:handler»()\nend\nreturn handler",
    "local total = «undefined-global:total» + 1\nreturn total",
  ]);
});

describe("a mistyped word or bracket does not spoil what follows", () => {
  brokenOff([
    "functio greet(name)\n  print(name)\nend\ngreet('x')",
    "loca x = 1\nprint(x)",
    "local x = 1\nfro i = x, 3 do\n  print(i)\nend",
    "local x = true\nwhile x d\n  print(x)\nend",
    "local x = true\nif x the\n  print(x)\nend\nprint(x)",
    "local x = 1\nif x == 1 then\n  print(x)\nels\n  print(2)\nend",
    "local x = 1\nif x == 1 then\n  print(x)\nelif x == 2 then\n  print(2)\nend\nprint(x)",
    "local x = 5\nif x = 5 then\n  print(x)\nend",
    "local x, y = 1, 2\nif x != y && x then\n  print(y)\nend",
    "for (i = 0; i < 10; i++) {\n  print(i)\n}",
    "for i = 1 10 do\n  print(i)\nend",
    "for i in 1..10 do\n  print(i)\nend",
    "for _, v of pairs({}) do\n  print(v)\nend",
    "local function f(a b)\n  return a, b\nend\nf(1, 2)",
    "local function f(a, b = 2)\n  return a, b\nend\nf(1)",
    "local function f(a\n  return a\nend\nf(1)",
    "local function f a)\n  return 1\nend\nf(1)",
    "local f = function(a, b\n  return a + b\nend\nprint(f(1, 2))",
    'local names = {\n  "Maya"\n  "Tom",\n  "Ann",\n}\nfor _, name in ipairs(names) do\n  print(name)\nend',
    "local t = { { a = 1 } { b = 2 }, { c = 3 } }\nprint(t)",
    'local t = { "a": 1, "b": 2 }\nprint(t)',
    'local t = { "a" = 1, b = 2 }\nprint(t)',
    "local t = { [1, 2] = 3 }\nprint(t)",
    "local t = { a = 1,, b = 2 }\nprint(t)",
    "local t = {\n  a = 1,\n  b =\n}\nprint(t.a)",
    "local t = {\n  a = function()\n    return 1\n  b = 2,\n}\nprint(t)",
    "local value = 1\nprint('a' 'b', value)",
    "local value = 1\nprint((value)\nlocal y = 3\nprint(y)",
    "local t = { 1, 2, 3\nfor i = 1, #t do print(t[i]) end",
    "local t = {}\nlocal a = t[1\nprint(a)",
    "local t = {}\nlocal a = t[1 2]\nprint(a)",
    "// sends to(every, contact)\nprint(1)",
    "local i = 0\ni += 1\ni++\nprint(i)",
    "local s = 'it's'\nprint(s)",
    'print("hello)\nlocal x = 1\nprint(x)',
    "local s = [[open\nprnt(s)",
    "--[[ open\nprnt(1)",
    "local x = 5 6\nprint(x)",
    "local x <\nlocal y = 1\nprint(y)",
    "goto\nlocal x = 1\nprint(x)",
    "local function\nlocal x = 1\nprint(x)",
    "for\nlocal x = 1\nprint(x)",
    "local x = true ? 1 : 2\nprint(x)",
    "try\n  print(1)\ncatch e\n  print(e)\nend",
    "import json from 'json'\nprint(json)",
    "local x = @\nprint(x)",
    "local x = 1x\nprint(x)",
    "break\nlocal x = 1\nprint(x)",
  ]);
});

describe("a missing or surplus end", () => {
  brokenOff([
    "local function one(name)\n  if name then\n    print(name)\nend\n\nlocal function two(name)\n  local x = name\n  print(x)\nend\none('x')\ntwo('y')«syntax:»",
    "for i = 1, 3 do\n  print(i)\n\nfor i = 1, 3 do\n  print(i)\nend",
    "local function f()\n  for _, v in pairs({}) do\n    if v then\n      print(v)\n  end\nend\nf()",
    "local f = function()\n  print(1)\n\nlocal g = function()\n  print(2)\nend\nf()\ng()",
    "while true do\n  local x = 1\n  print(x)\nlocal y = 2\nprint(y)",
    "local function f(name)\n  if name then\n    print(1)\n  end\n  end\n  print(name)\n  return name\n«syntax:end»\nf('x')",
    "local function f()\n  local x = 1\n  end\n  return x\nend\nf()",
    "if true then\n  print(1)\nelse if false then\n  print(2)\nend",
    "repeat\n  local x = 1\nend\nprint(1)",
    "repeat\n  local x = 1\n  print(x)\n",
    "do\n  local x = 1\n  print(x)\n",
    "print(pcall(function()\n  local x = 1\n  print(x)\n)",
  ]);
});

const TO = 'to = "15551234567"';
const BODY = 'body = "x"';

describe("marks elsewhere stay", () => {
  brokenOff([
    `«undefined-global:prnt»("a")\nlocal x =`,
    `local x =\n\nlocal y = «undefined-global:prnt»("a")\nprint(x, y)`,
    `local x = = 1\n«undefined-global:prnt»(x)`,
    `local s = 'open\n«removed-global:require»("x")\nprint(s)`,
    `if «undefined-global:x» ==\nthen\n  «removed-global:io».write("x")\nend`,
    `${WA}wa.«unknown-function:send_mesage»({})\nlocal x =`,
    `local x =\n\n${WA}wa.«unknown-function:send_mesage»({})\nprint(x)`,
    `${WA}wa.«unknown-account:suport».list_contacts({ limit = 5 }`,
    `${WA}wa«call-shape::»send_message({ ${TO}, ${BODY} })\nfor`,
    `${WA}wa.«missing-field:send_message»({ ${TO} })\nprint(`,
    `print(«syntax:»`,
    `${WA}print(\nwa.«missing-field:send_message»({ ${TO} })\n`,
    `${WA}wa.send_message({ ${TO}, body = «wrong-type:{}» })\nif true`,
    `${WA}wa.send_message({ ${TO}, ${BODY}, preview_url = «out-of-range:"no"» })\nlocal t = {`,
    `${WA}local t = { a = 1 b = 2 }\nwa.send_message({ to = «wrong-type:true», ${BODY} })\nprint(t)`,
    `${WA}local t = {\n  first = wa.list_contacts({ limit = «out-of-range:0» }),\n  second =\n}\nprint(t)`,
    `${LIST}for _, c in ipairs(r.data) do\n  print(c.«unknown-result-field:name»)\n  if c.\nend`,
    `${LIST}local x =\nlocal y = r.«unknown-result-field:dta»\nprint(x, y)`,
    `${LIST}print(r.data[«index-zero:0»])\nlocal z = (`,
    `${LIST}for _, c in «missing-iterator:r.data» do\n  print(c)\nend\nfor`,
    `${LIST}print(«not-a-list:#r»)\nreturn {`,
    `local function f()\n  local «unused-local:x» = 1\n  return 2\nend\nf()\nlocal y =`,
    `local x = 1\nlocal function f()\n  local «shadowed-local:x» = 2\n  return x\nend\nprint(f(), x, `,
    `local function f()\n  do return 1 end\n  «unreachable-code:print(1)»\nend\nf()\nlocal y =`,
    `while true do\n  break\n  «unreachable-code:print(1)»\nend\nif`,
    `local y = 1\n«global-assignment:total» = y\nprint(total)\nlocal z =`,
    `${WA}for _, to in ipairs({ "15551234567" }) do\n  wa.«unprotected-write:send_message»({ to = to, ${BODY} })\nend\nlocal x =`,
    `${WA}for _, to in ipairs({ "15551234567" }) do\n  wa.send_message({ to = to, ${BODY} })\n`,
    `${WA}wa.«unused-result:list_contacts»({ limit = 5 })\nlocal x =`,
    `${WA}wa.list_contacts({ limit = 5 }).`,
    `${WA}local function all()\n  local page = wa.«single-page:list_contacts»()\n  for _, c in ipairs(page.data) do\n    print(c)\n  end\nend\nall()\nlocal x =`,
    `${WA}local page = wa.list_contacts()\nfor _, c in ipairs(page.data) do\n  print(c)\nend\nlocal x = page.`,
    `local key = "«token-in-script:EAAGm0PX4ZCpsBAKZBZC1234567890abcdef»"\nlocal x =`,
    `-- «token-in-script:EAAGm0PX4ZCpsBAKZBZC1234567890abcdef»\nif`,
    `«bridge-global:__go» = 1\nlocal x =`,
    `local x = «syntax:=» 1\nlocal y = «syntax:)»\nlocal z = («syntax:»`,
    `local a = «undefined-global:t»[«syntax:»`,
    `if a «syntax:=» b then\n  print(1)\nend\nloca «syntax:x» = 1\nprint(x +«syntax:)»`,
  ]);
});

describe("finished fields of an unfinished call are checked, and missing ones are not marked yet", () => {
  const template = (fields: string) => `${WA}wa.send_template({ ${TO}, ${fields}`;
  brokenOff([
    `${WA}wa.send_message({ to = «phone-format:"+15551234567"», bo`,
    `${WA}wa.send_message({ to = «phone-format:"+15551234567"»,`,
    `${WA}wa.send_message({\n  to = «phone-format:"+15551234567"»\n  ${BODY},\n})`,
    `${WA}wa.send_message({\n  to = «phone-format:"+15551234567"»,\n  body =\n})`,
    `${WA}wa.send_message({ to = "+15551234567"`,
    `${WA}wa.send_message({ to = "+1555123456`,
    `${WA}wa.send_message({ to = «phone-number:"Maya"», body = "`,
    `${WA}wa.send_message("+15551234567",`,
    `${WA}wa.send_message({ to = «wrong-type:{}», bo`,
    `${WA}wa«call-shape::»send_message({`,
    `${WA}wa.send_message({ to = «missing-field:""», bo`,
    `${WA}wa.send_message({ to = «missing-field:nil»,`,
    `${WA}wa.send_message({ «unknown-field:recipient» = "15551234567", bo`,
    `${WA}wa.send_message({ «unknown-field:bdy» = `,
    `${WA}wa.send_message({ «call-shape:"15551234567"», `,
    `${WA}wa.send_message({ «call-shape:"15551234567"», "Hi"`,
    `${WA}local page = wa.list_contacts({ limit = «out-of-range:0»,`,
    `${WA}local page = wa.list_contacts({ limit = 0`,
    `${WA}local page = wa.list_contacts({ limit = «wrong-type:"many"»,\n`,
    `${WA}pcall(wa.send_message, { to = «phone-format:"+15551234567"», `,
    template(`template_name = «template-unknown:"helo_world"», `),
    template(`template_name = "helo_`),
    template(`template_name = "refund_issued", language = «template-language:"de"», `),
    template(`template_name = "refund_issued", `),
    template(`language = «language-code:"english"», template_name = "`),
    template(`template_name = "order_update", language = "en", `),
    template(`template_name = "order_update", language = "en", components = {`),
    template(
      `template_name = "order_update", language = "en", components = { { type = "body", parameters = {`,
    ),
    template(
      `template_name = "order_update", language = "en", components = { { type = "body", parameters = { { type = "text", text = "a" }`,
    ),
    template(
      `template_name = "order_update", language = "en", components = { { type = "body", parameters = «parameter-count:{ { type = "text", text = "a" } }» }, `,
    ),
    template(
      `template_name = "order_update", language = "en", components = { { type = «component-shape:"boddy"», para`,
    ),
    template(
      `template_name = "order_update", language = "en", components = { { type = "body", parameters = { { type = «parameter-type:"txt"», text = `,
    ),
    template(
      `template_name = "order_update", language = "en", components = { { type = "body", parameters = { «parameter-shape:"a"», `,
    ),
    template(
      `template_name = "shipping_confirmation", language = "en_US", components = { { type = "button", sub_type = «button-shape:"link"», `,
    ),
  ]);
});
