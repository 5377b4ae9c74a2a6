import { describe, expect, it } from "vitest";
import { hover } from "../../../src/language/hover";
import { signature } from "../../../src/language/signature";
import { topicAt } from "../../../src/language/topic-at";
import { caret } from "./marked";
import { inShop } from "./shop";

const at = (marked: string) => caret(marked.replaceAll("W.", "app.integrations.whatsapp."));

describe("hover on values of the world", () => {
  const explained = (marked: string) => {
    const { source, offset } = at(marked);
    const found = hover(source, offset, inShop);
    return found && `${source.slice(found.range.start, found.range.end)} ${found.markdown}`;
  };

  it.each<[string, readonly string[]]>([
    [
      'W.send_template({ template_name = "order_|update" })',
      ["`en` approved", "`de` pending", "Order \\*{{1}}\\* is {{2}}."],
    ],
    ['W.send_template({ template_name = "inv|oice"', ["paused", "Header: document", "[Pay]"]],
    ['W.send_template({ template_name = "tast|ing" })', ["marketing", "{{first\\_name}}"]],
    ['W.send_template({ template_name = "order_update", language = "d|e" })', ["`de` pending", "Bestellung"]],
    ['W.send_message({ to = "1555|1234567" })', ["Maya Torres"]],
    ['W.send_message({ to = "+1555|1234567"', ["Maya Torres"]],
    ['W.send_message({ to = "1555|1234567", body = "hi" })', ["Maya Torres"]],
    ['W.send_message({ to = "49151|12345678" })', ["without a profile name"]],
    ['pcall(W.send_message, { to = "1555|1234567" })', ["Maya Torres"]],
    ['pcall(W.send_message, { bo|dy = "x" })', ["body", "Required."]],
    ['W.send_template({ components = { { ty|pe = "body" } } })', ["type", "where it goes"]],
    ['W.send_template({ components = { { type = "button", in|dex = 0 } } })', ["index", "which button"]],
  ])("%s", (marked, texts) => {
    const found = explained(marked);
    for (const text of texts) expect(found).toContain(text);
  });

  it.each([
    'W.send_message({ to = "1999|0000000" })',
    'W.send_template({ template_name = "no|thing" })',
    'W.send_message({ body = "1555|1234567" })',
    'print("order_|update")',
    'other({ template_name = "order_|update" })',
    'W.send_template("1", "tast|ing")',
    'W.send_message("1555|1234567", "hi")',
  ])("says nothing on %s", (marked) => {
    expect(explained(marked)).toBeNull();
  });
});

describe("signatures through pcall", () => {
  const shown = (marked: string) => {
    const { source, offset } = at(marked);
    const found = signature(source, offset, inShop);
    const active = found?.active === null ? undefined : found?.parameters[found.active];
    return found && [found.label.split("(")[0], active && found.label.slice(active.start, active.end)];
  };
  it.each<[string, readonly [string, string | undefined]]>([
    ['pcall(W.send_message, { to = "1", body = |', ["send_message", "body: string"]],
    ['pcall(W.send_message, "1", |', ["send_message", undefined]],
    ["pcall(W.send_message, |", ["send_message", undefined]],
    ['pcall(W.send_message, { to = "1", |', ["send_message", undefined]],
    ["pcall(|", ["pcall", "f"]],
    ["pcall(W.get_current_user|", ["pcall", "f"]],
    ['pcall(print, "x", |', ["pcall", "..."]],
  ])("%s", (marked, expected) => {
    expect(shown(marked)).toEqual(expected);
  });
});

describe("the docs page for the cursor", () => {
  it.each<[string, readonly string[]]>([
    ["W.send_mess|age({})", ["integrations.whatsapp.send_message"]],
    ["pcall(W.send_message, { to = |", ["integrations.whatsapp.send_message"]],
    ["local r = W.list_contacts()\nprint(r.da|ta)", ["integrations.whatsapp.list_contacts"]],
    [
      "local r = W.list_contacts()\nfor _, c in ipairs(r.data) do print(c.wa_|id) end",
      ["integrations.whatsapp.list_contacts"],
    ],
    ["local r = W.send_message({})\nlocal id = r.messages[1].i|d", ["integrations.whatsapp.send_message"]],
    ["local wa = app.integrations.what|sapp", ["integrations.whatsapp"]],
    ["stri|ng.rep('x', 2)", []],
    ["pri|nt(1)", []],
    ["pca|ll(f)", []],
    ["local x| = 1", []],
    ["-- pri|nt", []],
    ["|", []],
  ])("%s", (marked, pages) => {
    const { source, offset } = at(marked);
    expect(topicAt(source, offset, inShop.catalog)).toEqual(pages);
  });
});
