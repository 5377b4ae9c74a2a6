import { describe, expect, it } from "vitest";
import { complete } from "../../../src/language/completion/complete";
import { caret } from "./marked";
import { inShop } from "./shop";

/** `W` in a snippet stands for the namespace. */
function items(marked: string) {
  const { source, offset } = caret(marked.replaceAll("W.", "app.integrations.whatsapp."));
  return complete(source, offset, inShop).toSorted((a, b) => a.order - b.order);
}

/** What the call itself offers, words of the script left out. */
const offered = (marked: string) =>
  items(marked)
    .filter(({ kind }) => kind === "value" || kind === "parameter")
    .map(({ label }) => label);

const TEMPLATES = ['"order_update"', '"tasting"', '"invoice"', '"hello_world"'];
const PEOPLE = ['"15551234567"', '"4915112345678"'];
const ORDER = 'W.send_template({ template_name = "order_update", ';
const INVOICE = 'W.send_template({ template_name = "invoice", ';
const TASTING = 'W.send_template({ template_name = "tasting", ';

describe("values of the world", () => {
  it.each<[string, readonly string[]]>([
    // Recipients.
    ["W.send_message({ to = | })", PEOPLE],
    ["W.send_message({ to = |", PEOPLE],
    ["W.send_message({ to = |\nprint(1)", PEOPLE],
    ['W.send_message({ to = "|" })', PEOPLE],
    ['W.send_message({ to = "155|', PEOPLE],
    ['W.send_message({ to = "155|, body = 1 })', PEOPLE],
    ["W.send_message({ to = '|' })", PEOPLE],
    ['W.send_message({\n  body = "x",\n  to = "|"\n})', PEOPLE],
    ["W.sales.send_message({ to = | })", PEOPLE],
    ["W.send_template({ to = | })", PEOPLE],
    ["pcall(W.send_message, { to = | })", PEOPLE],
    ["pcall(W.send_message, { to = |", PEOPLE],
    ["local wa = app.integrations.whatsapp\nwa.support.send_message({ to = |", PEOPLE],
    // Template names.
    ["W.send_template({ template_name = | })", TEMPLATES],
    ["W.send_template({ template_name = |", TEMPLATES],
    ['W.send_template({ to = "1", template_name = "|", language = "en" })', TEMPLATES],
    ['W.send_template({ to = "1", template_name = "ord|', TEMPLATES],
    ['W.send_template({\n  template_name = "ord|\n  language = "en",\n})', TEMPLATES],
    ["for _, c in ipairs(list) do\n  W.send_template({ to = c.wa_id, template_name = |\nend", TEMPLATES],
    // Languages: the template's own where it is known.
    [`${ORDER}language = | })`, ['"en"', '"de"']],
    [`${ORDER}language = "|`, ['"en"', '"de"']],
    ['W.send_template({ language = "|", template_name = "hello_world" })', ['"en_US"']],
    ["W.send_template({ language = | })", ['"en"', '"de"', '"en_US"']],
    ['local name = "hello_world"\nW.send_template({ template_name = name, language = | })', ['"en_US"']],
    // Others.
    ["W.send_message({ preview_url = |", ["true", "false"]],
    ["W.list_contacts({ limit = | })", ["50"]],
  ])("%s", (marked, expected) => {
    const found = offered(marked);
    // An example's number is the catalog's; that there is one is what counts.
    if (marked.includes("limit")) expect(found).toHaveLength(1);
    else expect(found).toEqual(expected);
  });

  it.each([
    'W.send_message("|", "hi")',
    'pcall(W.send_message, "|")',
    'W.send_template("1", |)',
    'W.send_template("1", "|',
    'W.send_template("1", "order_update", |)',
    "W.send_message({ to = '1' }, |)",
    "W.get_current_user(|)",
  ])("none among values in order, which are lost: %s", (marked) => {
    expect(offered(marked)).toEqual([]);
    expect(items(marked).filter(({ kind, label }) => kind === "parameter" || label.startsWith("{"))).toEqual(
      [],
    );
  });

  it.each<[string, string, string]>([
    ["W.send_message(|)", "{ to = …, body = … }", "\tto = ${1:"],
    ["W.send_message(|", "{ to = …, body = … }", "\tbody = ${2:"],
    ["pcall(W.send_message, |)", "{ to = …, body = … }", "\tto = ${1:"],
    ["xpcall(W.send_message, print, |)", "{ to = …, body = … }", "\tto = ${1:"],
    ["local target = ...\nW.send_message(ta|)", "{ to = …, body = … }", "\tto = ${1:"],
    ["W.list_contacts(|)", "{ … }", "{ $1 }"],
  ])("a table of arguments: %s", (marked, label, insert) => {
    const [first, ...others] = items(marked);
    expect(first?.label).toBe(label);
    expect(first?.insert).toContain(insert);
    expect(others.map(({ kind }) => kind)).not.toContain("parameter");
  });

  it("show whose number it is and a template's status", () => {
    const detail = (marked: string, label: string) =>
      items(marked).find((item) => item.label === label)?.detail;
    expect(detail("W.send_message({ to = |", '"15551234567"')).toBe("Maya Torres");
    expect(detail("W.send_template({ template_name = |", '"order_update"')).toBe(
      "en, de · approved, pending",
    );
    expect(detail(`${ORDER}language = |`, '"de"')).toBe("pending");
  });

  it("replace the whole string, including its quotes", () => {
    const { source, offset } = caret(
      'app.integrations.whatsapp.send_template({ template_name = "ord|er", to = 1 })',
    );
    const [first] = complete(source, offset, inShop);
    expect(source.slice(first?.range.start, first?.range.end)).toBe('"order"');
  });

  it("do not touch what follows an unclosed string", () => {
    const { source, offset } = caret("app.integrations.whatsapp.send_message({ to = '155|, body = 1 })");
    const [first] = complete(source, offset, inShop);
    expect(source.slice(first?.range.start, first?.range.end)).toBe("'155");
  });

  it("are only examples in live mode", () => {
    const { source, offset } = caret("app.integrations.whatsapp.send_message({ to = | })");
    const live = { ...inShop, data: () => null };
    expect(complete(source, offset, live).filter(({ kind }) => kind === "value")).toHaveLength(1);
  });

  it.each([
    'print("|")',
    'other({ to = "|" })',
    'x = "|"',
    '-- W.send_message({ to = "|" })',
    'W.get_message({ x = "|" })',
  ])("are not offered inside other strings: %s", (marked) => {
    expect(items(marked)).toEqual([]);
  });
});

describe("components", () => {
  const IN_BODY = `${ORDER}components = { { type = "body", parameters = { `;
  const IN_HEADER = `${INVOICE}components = { { type = "header", parameters = { `;
  const IN_NAMED = `${TASTING}components = { { type = "body", parameters = { `;

  it.each<[string, readonly string[]]>([
    // The whole of them.
    [`${ORDER}components = | })`, ["{ … }"]],
    ['W.send_template({ template_name = "hello_world", language = "en_US", components = | })', ["{}"]],
    // The next component.
    [`${ORDER}components = { | } })`, ['{ type = "body", … }']],
    [`${ORDER}components = {|`, ['{ type = "body", … }']],
    [
      `${INVOICE}components = { | } })`,
      ['{ type = "header", … }', '{ type = "body", … }', '{ type = "button", … }'],
    ],
    [
      `${INVOICE}components = { { type = "header" }, | } })`,
      ['{ type = "body", … }', '{ type = "button", … }'],
    ],
    [
      `${INVOICE}components = { { type = "body" }, { type = "button", index = 1 }, |`,
      ['{ type = "header", … }'],
    ],
    [
      "W.send_template({ template_name = name, components = { | } })",
      ['{ type = "header", … }', '{ type = "body", … }', '{ type = "button", … }'],
    ],
    // Keys of a component.
    [`${ORDER}components = { { | } } })`, ["type", "parameters"]],
    [`${ORDER}components = { {|`, ["type", "parameters"]],
    [`${ORDER}components = { { ty| } } })`, ["type", "parameters"]],
    [`${ORDER}components = { { type = "body", | } } })`, ["parameters"]],
    [`${ORDER}components = { { type = "body", par|`, ["parameters"]],
    [`${INVOICE}components = { { type = "button", | } } })`, ["sub_type", "index", "parameters"]],
    // Types: what the template needs.
    [`${ORDER}components = { { type = | } } })`, ['"body"']],
    [`${INVOICE}components = { { type = "|" } } })`, ['"header"', '"body"', '"button"']],
    [`${INVOICE}components = { { type = "|`, ['"header"', '"body"', '"button"']],
    ["W.send_template({ components = { { type = |", ['"header"', '"body"', '"button"']],
    // Buttons: those with a placeholder.
    [`${INVOICE}components = { { type = "button", sub_type = | } } })`, ['"url"']],
    [`${INVOICE}components = { { type = "button", sub_type = "|`, ['"url"']],
    [`${INVOICE}components = { { type = "button", sub_type = "url", index = | } } })`, ["1"]],
    [
      'W.send_template({ components = { { type = "button", sub_type = "|" } } })',
      ['"url"', '"quick_reply"', '"copy_code"'],
    ],
    // Parameters.
    [`${ORDER}components = { { type = "body", parameters = | } } })`, ["{ … }"]],
    [`${IN_BODY}| } } } })`, ['{ type = "text", … }', '{ type = "text", … }']],
    [`${IN_BODY}{ type = "text", text = "1" }, | } } } })`, ['{ type = "text", … }']],
    [`${IN_BODY}{ type = "text", text = "1" }, { type = "text", text = "2" }, |`, []],
    [`${IN_HEADER}|`, ['{ type = "document", … }']],
    [
      `${IN_NAMED}{ type = "text", parameter_name = "day", text = "x" }, | } } } })`,
      ['{ type = "text", … }'],
    ],
    [`${IN_BODY}{ | } } } } })`, ["type", "text"]],
    [`${IN_BODY}{ type = "text", |`, ["text"]],
    [`${IN_BODY}{ type = "currency", |`, ["currency"]],
    [`${IN_NAMED}{ |`, ["type", "parameter_name", "text"]],
    [`${IN_NAMED}{ type = "text", parameter_name = |`, ['"first_name"']],
    [
      `${IN_NAMED}{ type = "text", parameter_name = "first_name", text = "x" }, { parameter_name = "|`,
      ['"day"'],
    ],
    [`${IN_BODY}{ type = | } } } } })`, ['"text"', '"currency"', '"date_time"']],
    [`${IN_HEADER}{ type = "|" } } } } })`, ['"document"', '"text"', '"image"', '"video"', '"location"']],
    [`${IN_HEADER}{ type = "document", document = |`, ["{ … }"]],
    [`${IN_HEADER}{ type = "document", document = { | } } } } } })`, ["link", "id", "filename"]],
    [
      `${IN_HEADER}{ type = "document", document = { link = "https://example.com/a.pdf", |`,
      ["id", "filename"],
    ],
    [`${IN_BODY}{ type = "currency", currency = { fallback_value = "$1", |`, ["code", "amount_1000"]],
    // Through pcall, aliases and loops.
    ['pcall(W.send_template, { template_name = "order_update", components = { { type = |', ['"body"']],
    [
      'local wa = app.integrations.whatsapp\nfor _, c in ipairs(list) do\n  wa.send_template({ to = c, template_name = "invoice", components = { {|\nend',
      ["type", "parameters"],
    ],
  ])("%s", (marked, expected) => {
    expect(offered(marked)).toEqual(expected);
  });

  it("fill in a whole template with a field for each variable", () => {
    const [whole] = items(`${INVOICE}components = | })`);
    expect(whole?.snippet).toBe(true);
    const fields = [...(whole?.insert ?? "").matchAll(/\$\{(\d+):/g)].map((match) => match[1]);
    expect(fields).toEqual(["1", "2", "3"]);
    expect(whole?.insert).toContain('type = "button", sub_type = "url", index = 1,');
  });

  it("name the variable that a parameter fills", () => {
    const details = items(`${TASTING}components = { { type = "body", parameters = { |`)
      .filter(({ kind }) => kind === "value")
      .map(({ detail }) => detail);
    expect(details).toEqual(["{{first_name}}", "{{day}}"]);
  });
});

describe("results compared with strings", () => {
  it.each<[string, string]>([
    ['local r = W.send_template({})\nif r.messages[1].message_status == "|" then', '"accepted"'],
    ["local r = W.send_template({})\nif r.messages[1].message_status == |", '"accepted"'],
    ['local m = W.get_message({})\nif m.messages[1].message_status ~= "|', '"read"'],
    ['for _, t in ipairs(W.list_templates().data) do\n  if t.status == "|', '"APPROVED"'],
  ])("%s offers %s", (marked, label) => {
    expect(offered(marked)).toContain(label);
  });
});

describe("fields of results, at any depth and through locals, functions and pcall", () => {
  const labels = (marked: string) => items(marked).map(({ label }) => label);
  it.each<[string, string]>([
    ["local r = W.list_contacts()\nr.|", "data"],
    ["local r = W.list_contacts()\nr.paging.|", "cursors"],
    ["local r = W.list_contacts()\nr.paging.cursors.|", "after"],
    ["local r = W.list_contacts()\nlocal first = r.data[1]\nfirst.|", "wa_id"],
    ["local r = W.list_contacts()\nprint(r.data[1].|", "profile_name"],
    ["local r = W.list_contacts()\nfor i = 1, #r.data do print(r.data[i].|", "profile_name"],
    ["local r = W.list_templates() or {}\nr.|", "data"],
    ["local function all() return W.list_contacts() end\nall().|", "data"],
    [
      "local function all() return W.list_contacts() end\nlocal r = all()\nfor _, c in ipairs(r.data) do c.|",
      "wa_id",
    ],
    ["local ok, r = pcall(W.send_message, { to = '1', body = 'x' })\nif ok then print(r.|", "messages"],
    ["print(W.send_message({ to = '1', body = 'x' }).|", "messages"],
    ["local id = W.send_message({}).messages[1].|", "id"],
    ["local r\nr = W.get_current_user()\nr.|", "name"],
    [
      "for _, t in ipairs(W.list_templates({ limit = 3 }).data) do\n  for _, part in ipairs(t.components) do part.|",
      "type",
    ],
  ])("%s offers %s", (marked, label) => {
    expect(labels(marked)).toContain(label);
  });
});

describe("snippets", () => {
  const insert = (marked: string, label: string) =>
    items(marked).find((item) => item.label === label)?.insert;
  it("wrap a write in pcall, page through a list, retry a read", () => {
    expect(insert("|", "whatsapp.send_message: in pcall")).toContain(
      "pcall(app.integrations.whatsapp.send_message, {",
    );
    expect(insert("|", "whatsapp.list_templates: all pages")).toContain("until not cursor");
    expect(insert("|", "whatsapp.get_message: retry")).toContain("for _ = 1, 3 do");
  });

  it("use the local that holds the integration", () => {
    expect(insert("local wa = app.integrations.whatsapp\n|", "whatsapp.list_contacts: all pages")).toContain(
      "wa.list_contacts({ limit",
    );
  });

  it("offer only the call inside an expression", () => {
    expect(insert("local r = |", "whatsapp.list_contacts")).toBeDefined();
    expect(insert("local r = |", "whatsapp.list_contacts: all pages")).toBeUndefined();
  });
});
