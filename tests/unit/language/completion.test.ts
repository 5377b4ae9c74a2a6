import { describe, expect, it } from "vitest";
import { catalog } from "../../../src/integrations";
import { whatsapp } from "../../../src/integrations/whatsapp";
import { complete } from "../../../src/language/completion/complete";
import { sample } from "../../support/sample";
import { caret, context } from "./marked";
import { SAMPLES } from "./samples";

function items(marked: string) {
  const { source, offset } = caret(marked);
  return complete(source, offset, context).toSorted((a, b) => a.order - b.order);
}

const labels = (marked: string) => items(marked).map((item) => item.label);

const INTEGRATIONS = catalog.integrations.map(({ id }) => id);
const FUNCTIONS = whatsapp.functions.map(({ name }) => name);
const ACCOUNTS = whatsapp.mockAccounts;

describe("the namespace", () => {
  it.each<[string, readonly string[]]>([
    ["app.|", ["integrations"]],
    ["app.int|", ["integrations"]],
    ["local x = app.|\nprint(x)", ["integrations"]],
    ["app.integrations.|", INTEGRATIONS],
    ["app.integrations.what|", INTEGRATIONS],
    ["app.integrations.whatsapp.|", [...FUNCTIONS, ...ACCOUNTS]],
    ["app.integrations.whatsapp.send_m|", [...FUNCTIONS, ...ACCOUNTS]],
    ["if app.integrations.whatsapp.| then", [...FUNCTIONS, ...ACCOUNTS]],
    ["print(app.integrations.whatsapp.|", [...FUNCTIONS, ...ACCOUNTS]],
    ["print(app.integrations.whatsapp.|)", [...FUNCTIONS, ...ACCOUNTS]],
    ["app.integrations.whatsapp.support.|", FUNCTIONS],
    ['app.integrations.whatsapp["support"].|', FUNCTIONS],
    ["app.integrations.whatsapp['support'].send|", FUNCTIONS],
    ["for _, name in ipairs(names) do app.integrations.whatsapp[name].| end", FUNCTIONS],
    ["local wa = app.integrations.whatsapp\nwa.|", [...FUNCTIONS, ...ACCOUNTS]],
    ["local wa = app.integrations.whatsapp\nlocal s = wa.support\ns.|", FUNCTIONS],
    [
      "local wa <const> = app.integrations.whatsapp\nfunction f()\n  return wa.|\nend",
      [...FUNCTIONS, ...ACCOUNTS],
    ],
    ["wa = app.integrations.whatsapp\nwa.|", [...FUNCTIONS, ...ACCOUNTS]],
    ["local wa = app.integrations\nwa.|\nlocal y = 1", INTEGRATIONS],
    ["local wa = (app.integrations.whatsapp) or nil\nwa.support.|", FUNCTIONS],
    ["app.integrations.whatsapp.\n  |", [...FUNCTIONS, ...ACCOUNTS]],
    ["app.integrations.whatsapp.|\nprint('next line')", [...FUNCTIONS, ...ACCOUNTS]],
    ["app . integrations . |", INTEGRATIONS],
    ["app.integrations.whatsapp --[[ here ]] .|", [...FUNCTIONS, ...ACCOUNTS]],
  ])("%s", (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it.each([
    "local wa = app.integrations.whatsapp\nwa = other()\nwa.|",
    "local wa = app.integrations.whatsapp\nlocal function f(wa) return wa.| end",
    "app.nothing.|",
    "app.integrations.slack.|",
    "app.integrations.whatsapp.send_message.|",
    "unknown.|",
    "local app = {}\napp.|",
  ])("offers nothing for unknown paths: %s", (marked) => {
    expect(labels(marked)).toEqual([]);
  });

  it("offers the full tool names to people who type them", () => {
    expect(labels("app.integrations.whatsapp.whats|")).toContain("whatsapp_send_message");
  });

  it("inserts a whole call with the required fields, or only the name if a call follows", () => {
    const insert = (marked: string) => items(marked).find((item) => item.label === "send_message")?.insert;
    expect(insert("app.integrations.whatsapp.se|")).toMatch(
      /^send_message\(\{\n\tto = \$\{1:.*\},\n\tbody = \$\{2:.*\},\n\}\)\$0$/,
    );
    expect(insert("app.integrations.whatsapp.se|({ to = 1 })")).toBe("send_message");
    expect(insert("app.integrations.whatsapp.se| { to = 1 }")).toBe("send_message");
    expect(insert("app.integrations.whatsapp.se|\n(f or g)()")).not.toBe("send_message");
  });

  it("replaces the whole word around the cursor", () => {
    const { source, offset } = caret("app.integrations.whatsapp.send_mes|age()");
    const [first] = complete(source, offset, context);
    expect(source.slice(first?.range.start, first?.range.end)).toBe("send_mesage");
  });
});

describe("fields of a call", () => {
  it.each<[string, readonly string[]]>([
    ["app.integrations.whatsapp.send_message({ | })", ["to", "body", "preview_url"]],
    ["app.integrations.whatsapp.send_message({|", ["to", "body", "preview_url"]],
    ["app.integrations.whatsapp.send_message{ | }", ["to", "body", "preview_url"]],
    ["app.integrations.whatsapp.send_message({\n  to = '1',\n  |\n})", ["body", "preview_url"]],
    ["app.integrations.whatsapp.send_message({\n  to = '1',\n  bo|\n})", ["body", "preview_url"]],
    ["app.integrations.whatsapp.send_message({\n  to = '1',\n  bo|", ["body", "preview_url"]],
    ["app.integrations.whatsapp.send_message({ to = '1'; | })", ["body", "preview_url"]],
    ["app.integrations.whatsapp.send_message({ |, body = 'x' })", ["to", "preview_url"]],
    ["app.integrations.whatsapp.send_message({ t| = '1' })", ["to", "body", "preview_url"]],
    ["app.integrations.whatsapp.support.send_message({ | })", ["to", "body", "preview_url"]],
    ["app.integrations.whatsapp.whatsapp_send_message({ | })", ["to", "body", "preview_url"]],
    ["local wa = app.integrations.whatsapp\nlocal r = wa.list_templates({ limit = 5, | })", ["after"]],
    ["local send = app.integrations.whatsapp.send_message\nsend({ | })", ["to", "body", "preview_url"]],
    [
      "local wa = app.integrations.whatsapp\nlocal r = wa.send_template({ to = '1', |\nprint(r)",
      ["template_name", "language", "components"],
    ],
    [
      "local wa = app.integrations.whatsapp\nwa.send_message({ body = ('x'):rep(2, ','), |",
      ["to", "preview_url"],
    ],
    ["app.integrations.whatsapp.get_current_user({ | })", []],
  ])("%s", (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it("offers values: true and false first for a boolean, the example for a string", () => {
    expect(labels("app.integrations.whatsapp.send_message({ preview_url = | })").slice(0, 2)).toEqual([
      "true",
      "false",
    ]);
    expect(labels("app.integrations.whatsapp.send_message({ preview_url = tr|").slice(0, 2)).toEqual([
      "true",
      "false",
    ]);
    expect(labels("app.integrations.whatsapp.send_message({ to = |")[0]).toMatch(/^"\+?\d+"$/);
  });

  it.each([
    "app.integrations.whatsapp.send_template({ components = { | } })",
    "app.integrations.whatsapp.send_message({ to = f(a, | })",
    "app.integrations.whatsapp.send_message({ to = (function() local a, | end)() })",
    "other({ | })",
    "pcall(other, { | })",
    "pcall({ | }, app.integrations.whatsapp.send_message)",
  ])("does not mistake other tables for a call's arguments: %s", (marked) => {
    expect(items(marked).filter((item) => item.kind === "parameter")).toEqual([]);
  });

  it("leaves out an equals sign that is already there", () => {
    expect(
      items("app.integrations.whatsapp.send_message({ bo| = 'x' })").find((item) => item.label === "body")
        ?.insert,
    ).toBe("body");
    expect(
      items("app.integrations.whatsapp.send_message({ bo| })").find((item) => item.label === "body")?.insert,
    ).toBe("body = ");
  });
});

describe("answers", () => {
  it.each<[string, readonly string[]]>([
    [
      "local r = app.integrations.whatsapp.send_message({})\nr.|",
      ["messaging_product", "contacts", "messages"],
    ],
    ["local r = app.integrations.whatsapp.send_message({})\nprint(r.messages[1].|", ["id"]],
    [
      "local r = app.integrations.whatsapp.list_contacts()\nfor _, c in ipairs(r.data) do c.| end",
      ["wa_id", "profile_name"],
    ],
    [
      "local r = app.integrations.whatsapp.list_contacts()\nfor _, c in ipairs(r.data) do\n  print(c.|",
      ["wa_id", "profile_name"],
    ],
    ["local r = app.integrations.whatsapp.get_current_user()\nr.|", ["id", "name"]],
  ])("%s", (marked, expected) => {
    expect(labels(marked)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe("Lua itself", () => {
  it.each<[string, string]>([
    ["string.|", "format"],
    ["string.for|", "format"],
    ["print(table.|)", "concat"],
    ["local s = 'x'\ns:|", "upper"],
    ["('x'):|", "rep"],
    ["local s = string\ns.|", "gsub"],
    ["json.|", "encode"],
    ["regex.|", "match_all"],
    ["docs.|", "read"],
    ["os.|", "time"],
    ["debug.|", "traceback"],
    ["|", "print"],
    ["pri|", "print"],
    ["x = pc|", "pcall"],
    ["|", "app"],
    ["ret|", "return"],
    ["local function greet(name)\n  na|\nend", "name"],
    ["local function greet(name) end\ngr|", "greet"],
    ["for index, value in pairs(t) do\n  va|", "value"],
    ["function tally() end\nta|", "tally"],
    ["local count = 1\ndo\n  cou|", "count"],
    ["local t = { alpha = 1 }\nt.|", "alpha"],
    ["goto |\n::finish::", "finish"],
    ["local fun|", "function"],
    ["wh|", "whatsapp.send_message"],
    ["local x = 1\nfor|", "for ipairs"],
  ])("%s offers %s", (marked, label) => {
    expect(labels(marked)).toContain(label);
  });

  it("offers only `function` after `local`", () => {
    expect(labels("local na|")).toEqual(["function"]);
  });

  it.each<[string, string]>([
    ["string.|", "dump"],
    ["os.|", "execute"],
    ["|", "io"],
    ["|", "require"],
    ["local a = 1\ndo local hidden = 2 end\nhid|", "hidden"],
    ["local x = |\n", "x"],
    ["x = |", "for ipairs"],
  ])("%s does not offer %s", (marked, label) => {
    expect(labels(marked)).not.toContain(label);
  });

  it.each([
    "-- app.|",
    "-- app.integrations.|\nprint(1)",
    "--[[ app.| ]]",
    "--[[ app.|",
    "print('app.|')",
    'print("app.|',
    "x = [[ app.|",
    "x = 12|",
    "x = 1.|",
    "local a, b|",
    "function na|",
    "local function na|",
    "for i|",
    "function f(a, b|",
    "::lab|",
  ])("offers nothing where no name can follow: %s", (marked) => {
    expect(labels(marked)).toEqual([]);
  });
});

it("answers at every position of truncated programs", () => {
  for (const source of SAMPLES)
    for (let end = 0; end <= source.length; end += sample(11, 1)) {
      expect(Array.isArray(complete(source.slice(0, end), end, context))).toBe(true);
      expect(Array.isArray(complete(source, end, context))).toBe(true);
    }
});
