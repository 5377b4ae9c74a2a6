import { describe, expect, it } from "vitest";
import { hover } from "../../../src/language/hover";
import { signature } from "../../../src/language/signature";
import { topicAt } from "../../../src/language/topic-at";
import { sample } from "../../support/sample";
import { caret, context } from "./marked";
import { SAMPLES } from "./samples";

describe("the docs follow the function at the cursor", () => {
  const at = (marked: string) => {
    const { source, offset } = caret(marked);
    const [page] = topicAt(source, offset, context.catalog);
    return /^integrations\.whatsapp\.(\w+)$/.exec(page ?? "")?.[1] ?? null;
  };

  it.each<[string, string | null]>([
    ["app.integrations.whatsapp.send_mess|age({ to = '1' })", "send_message"],
    ["app.integra|tions.whatsapp.send_message({ to = '1' })", "send_message"],
    ["app.integrations.whatsapp.send_message({ to = '|1' })", "send_message"],
    ["app.integrations.whatsapp.send_message({ to = '1', |", "send_message"],
    ["app.integrations.whatsapp.send_message(|", "send_message"],
    ["app.integrations.whatsapp.send_message{|}", "send_message"],
    ["app.integrations.whatsapp.sales.send_template({\n  template_name = |\n})", "send_template"],
    ['app.integrations.whatsapp["sales"].list_contacts(|)', "list_contacts"],
    ["app.integrations.whatsapp.whatsapp_get_message({ | })", "get_message"],
    ["local wa = app.integrations.whatsapp\nlocal r = wa.list_templates({ li| })", "list_templates"],
    ["local send = app.integrations.whatsapp.send_message\nse|nd({ to = '1' })", "send_message"],
    ["local send = app.integrations.whatsapp.send_message\nsend({ to = tostring(|1) })", "send_message"],
    ["pcall(app.integrations.whatsapp.get_|message, {})", "get_message"],
    [
      "app.integrations.whatsapp.send_message({ to = app.integrations.whatsapp.list_contacts(|) })",
      "list_contacts",
    ],
    ["app.integrations.whatsapp.send_message({ to = '1' })\n|", null],
    ["local result = app.integrations.whatsapp|", null],
    ["print(|1)", null],
    ["app.integrations.whatsapp.nothing(|)", null],
    ["-- app.integrations.whatsapp.send_mess|age", null],
    ["local wa = app.integrations.whatsapp\nfunction f(wa) wa.send_mes|sage() end", null],
  ])("%s", (marked, expected) => {
    expect(at(marked)).toBe(expected);
  });
});

describe("hover", () => {
  const at = (marked: string) => {
    const { source, offset } = caret(marked);
    const found = hover(source, offset, context);
    return found && { word: source.slice(found.range.start, found.range.end), markdown: found.markdown };
  };

  it.each<[string, string, string]>([
    [
      "app.integrations.whatsapp.send_mes|sage({})",
      "send_message",
      "send_message({ to: string, body: string, preview_url?: boolean })",
    ],
    ["app.integrations.what|sapp.send_message({})", "whatsapp", "`list_contacts` (read)"],
    ["app.integrations.whatsapp.sup|port.send_message({})", "support", "Account `support`"],
    [
      "app.integrations.whatsapp.suport|.send_message({})",
      "suport",
      "No account `suport` of WhatsApp Business",
    ],
    ["app.integrations.whatsapp.send_message({ bo|dy = 'x' })", "body", "Required."],
    ["app.integrations.whatsapp.send_message({ bo|dy = ", "body", "At most 4096 characters."],
    ["local wa = app.integrations.whatsapp\nw|a.list_contacts()", "wa", "app.integrations.whatsapp"],
    ["local w|a = app.integrations.whatsapp", "wa", "app.integrations.whatsapp"],
    ["pri|nt(1)", "print", "print(...)"],
    ["string.re|p('x', 3)", "rep", "string.rep(s, n [, sep]): string"],
    ["local s = 'x'\ns:up|per()", "upper", "string.upper(s): string"],
    ["mat|h.pi", "math", "Numbers."],
    ["i|o.write('x')", "io", "does not exist here"],
    ["local r = app.integrations.whatsapp.send_message({})\nprint(r.messages[1].i|d)", "id", "id: string"],
    ["local function greet(name, ...) end\ngre|et()", "greet", "function greet(name, ...)"],
    ["function f(na|me) end", "name", "(parameter) name"],
    ["for in|dex = 1, 3 do", "index", "index: integer"],
    ["js|on.encode(", "json", "Convert between JSON and values"],
  ])("%s explains %s", (marked, word, text) => {
    const found = at(marked);
    expect(found?.word).toBe(word);
    expect(found?.markdown).toContain(text);
  });

  it.each(["-- pri|nt", "x = 'pri|nt'", "whatever.na|me()", "lo|cal x", "| "])(
    "says nothing on %s",
    (marked) => {
      expect(at(marked)).toBeNull();
    },
  );
});

describe("signatures", () => {
  const at = (marked: string) => {
    const { source, offset } = caret(marked);
    const found = signature(source, offset, context);
    if (found === null) return null;
    const active = found.active === null ? undefined : found.parameters[found.active];
    return {
      label: found.label,
      active: active === undefined ? null : found.label.slice(active.start, active.end),
    };
  };

  it.each<[string, string, string | null]>([
    [
      "app.integrations.whatsapp.send_message({ | })",
      "send_message({ to: string, body: string, preview_url?: boolean })",
      null,
    ],
    [
      "app.integrations.whatsapp.send_message({ to = | })",
      "send_message({ to: string, body: string, preview_url?: boolean })",
      "to: string",
    ],
    [
      "app.integrations.whatsapp.send_message({ to = '1', body = '|",
      "send_message({ to: string, body: string, preview_url?: boolean })",
      "body: string",
    ],
    [
      "app.integrations.whatsapp.send_message('1', |)",
      "send_message({ to: string, body: string, preview_url?: boolean })",
      null,
    ],
    ["app.integrations.whatsapp.get_current_user(|)", "get_current_user()", null],
    ["string.rep('x', |", "string.rep(s, n [, sep])", "n"],
    ["string.rep('x', 1, |", "string.rep(s, n [, sep])", "sep"],
    ["local s = 'x'\ns:rep(|", "string.rep(s, n [, sep])", "n"],
    ["print(|", "print(...)", "..."],
    ["print(1, 2, |)", "print(...)", "..."],
    ["local function greet(name, greeting) end\ngreet('x', |", "greet(name, greeting)", "greeting"],
    ["send(tostring(|", "tostring(v)", "v"],
  ])("%s", (marked, label, active) => {
    expect(at(marked)).toEqual({ label, active });
  });

  it.each(["print(1)|", "unknown(|", "-- print(|", "|", "local t = { | }"])("none on %s", (marked) => {
    expect(at(marked)).toBeNull();
  });
});

it("answers at every position of truncated programs", () => {
  for (const source of SAMPLES)
    for (let end = 0; end <= source.length; end += sample(11, 1)) {
      const cut = source.slice(0, end);
      for (const at of [0, end >> 1, end]) {
        expect(() => hover(cut, at, context)).not.toThrow();
        expect(() => signature(cut, at, context)).not.toThrow();
        expect(() => topicAt(cut, at, context.catalog)).not.toThrow();
      }
    }
});
