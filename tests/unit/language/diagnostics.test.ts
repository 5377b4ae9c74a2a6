import { describe, expect, it } from "vitest";
import { buildPages } from "../../../src/docs/build-pages";
import { loadGuides } from "../../../src/docs/guide-pages";
import { examples as scripts } from "../../../src/examples";
import { ordinaryMarks } from "../../../src/language/diagnostics/checks";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { sample } from "../../support/sample";
import { realCompiler } from "./compiler";
import { context, shopContext } from "./marked";
import { SAMPLES } from "./samples";

const guides = await loadGuides(context.catalog);

/** `code: marked text: message`, without hints. */
function marks(source: string): string[] {
  return diagnostics(source, context)
    .filter(({ severity }) => severity !== "hint")
    .map(({ code, start, end, message }) => `${code} «${source.slice(start, end)}» ${message}`);
}

const WA = "local wa = app.integrations.whatsapp\n";

describe("mistakes are marked", () => {
  it.each<[string, string, string]>([
    [
      "app.integrations.whatsapp.send_mesage({})",
      "unknown-function «send_mesage»",
      "Did you mean `send_message`?",
    ],
    [`${WA}wa.support.list_template()`, "unknown-function «list_template»", "Did you mean `list_templates`?"],
    [`${WA}wa.frobnicate()`, "unknown-function «frobnicate»", "Functions: send_message, "],
    [
      "app.integrations.whatsap.send_message({ to = '1', body = 'x' })",
      "unknown-function «whatsap»",
      "Did you mean `whatsapp`?",
    ],
    [
      "app.integration.whatsapp.send_message()",
      "unknown-function «integration»",
      "Did you mean `integrations`?",
    ],
    [
      "local send = app.integrations.whatsapp.send_mesage\nsend()",
      "unknown-function «send»",
      "app.integrations.whatsapp.send_mesage",
    ],
    [`${WA}wa.suport.list_contacts()`, "unknown-account «suport»", "Did you mean `support`?"],
    [`${WA}wa["salse"].list_contacts()`, 'unknown-account «"salse"»', "Did you mean `sales`?"],
    [`${WA}wa.send_message({ to = '1' })`, "missing-field «send_message»", "`body` is required."],
    [`${WA}wa.send_message()`, "missing-field «send_message»", "`to` and `body` are required."],
    [`${WA}wa.send_message("1")`, 'positional-arguments «"1"»', "Pass one table with names"],
    [`${WA}wa.send_message({ to = '', body = 'x' })`, "missing-field «''»", "`to` is required."],
    [
      `${WA}wa.send_message({ to = '1', body = 'x', preview_ur = true })`,
      "unknown-field «preview_ur»",
      "Did you mean `preview_url`?",
    ],
    [`${WA}wa.get_current_user({ id = 1 })`, "unknown-field «id»", "takes no parameters"],
    [`${WA}wa.send_message({ to = { '1' }, body = 'x' })`, "wrong-type «{ '1' }»", "not a table"],
    [
      `${WA}wa.list_contacts({ limit = 'many' })`,
      "wrong-type «'many'»",
      "wrong-type «'many'» `limit` expects an integer",
    ],
    [`${WA}wa.list_contacts({ after = function() end })`, "wrong-type «function() end»", "not a function"],
    [
      `${WA}wa.send_message({ to = '1', body = '${"x".repeat(4097)}' })`,
      "too-long",
      "at most 4096 characters. This has 4097",
    ],
    [`${WA}local r = wa.list_contacts()\nprint(r.dta)`, "unknown-result-field «dta»", "Did you mean `data`?"],
    [
      `${WA}local r = wa.send_message({ to = "15551234567", body = "x" })\nprint(r.message[1].id)`,
      "unknown-result-field «message»",
      "Did you mean `messages`?",
    ],
    [
      `${WA}local r = wa.send_message({ to = "15551234567", body = "x" })\nprint(r.messages.id)`,
      "unknown-result-field «id»",
      "[1].id",
    ],
    ["io.write('x')", "removed-global «io»", "removed-global «io» `io` does not exist here"],
    ["local m = require 'm'", "removed-global «require»", "one file"],
    ["os.exit()", "removed-global «exit»", "os.time"],
    ["string.dump(print)", "removed-global «dump»", "binary chunks"],
    ["prnt('x')", "undefined-global «prnt»", "Did you mean `print`?"],
    ["local counter = 1\nprint(conter)", "undefined-global «conter»", "Did you mean `counter`?"],
    ["print(string.fromat('x'))", "undefined-global «fromat»", "Did you mean `format`?"],
    ["__bridge = 1", "bridge-global «__bridge»", "may not assign"],
    ["if x then", "syntax «»", "'end' expected near <eof>"],
    ["local = 1", "syntax «=»", "<name> expected near '='"],
  ])("%s", (source, what, text) => {
    const found = marks(source).filter((mark) => mark.startsWith(what));
    expect(found, marks(source).join("\n")).toHaveLength(1);
    expect(found[0]).toContain(text);
  });

  it("marks several mistakes at once", () => {
    const found = diagnostics("local x = = 1\nprint(2\nlocal y = 3\nlocal z = 'abc\nreturn", context).filter(
      ({ code }) => code === "syntax",
    );
    expect(found.length).toBeGreaterThanOrEqual(3);
  });

  it("fades unused locals, but not those starting with an underscore", () => {
    const hints = diagnostics("local a, _b = 1, 2\nlocal function f() end\nlocal c = 3\nreturn c", context);
    expect(hints.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "unused-local `a` is never read.",
      "unused-local `f` is never read.",
    ]);
  });
});

describe("no false alarms", () => {
  const examples = context.catalog.integrations.flatMap((integration) =>
    integration.functions.flatMap((spec) =>
      spec.examples.map(({ title, code }) => ({ title: `${spec.name}: ${title}`, code })),
    ),
  );

  it.each(examples)("$title", ({ code }) => {
    expect(marks(code)).toEqual([]);
  });

  it.each([
    `${WA}wa = tonumber("1")\nwa.anything()`,
    `${WA}local function f(wa) return wa.anything() end\nreturn f`,
    `${WA}wa.send_message(...)`,
    `${WA}wa.send_message({ to = 15551234567, body = 12 })`,
    `${WA}wa.send_message({ [tostring(1)] = 1 })`,
    `${WA}wa.send_message({ to = '15551234567', body = 'x', preview_url = "yes" })`,
    `${WA}wa.list_contacts({ limit = "10" })`,
    `${WA}wa[tostring(1)].list_contacts()`,
    `${WA}wa.whatsapp_list_contacts({})`,
    `${WA}wa.send_template({ to = '15551234567', template_name = 'x', components = '[]' })`,
    "_G.answer = 42\nprint(answer)",
    "local _ENV = { print = print }\nprint(anything)",
    "total = 0\ntotal = total + 1\nprint(total)",
    "function helper() end\nhelper()",
    "local t = {}\nt.__index = t\nreturn t",
    "string.trim = function(s) return s end\nprint(string.trim('x'))",
    "local app = tonumber('1')\napp.integrations.whatsapp.nothing()",
    "print(_VERSION, docs.list(), lua_list_docs(), json.encode({}), regex.match('a', '/a/'), dump(1))",
  ])("%s", (source) => {
    expect(marks(source)).toEqual([]);
  });

  it.each(scripts)("example script $title", ({ source }) => {
    const wrong = diagnostics(source, shopContext).filter(({ severity }) => severity !== "hint");
    expect(wrong).toEqual([]);
  });

  it("an ordinary script has the same marks without the checks of syntax, pasted text and globals", () => {
    const sources = [
      ...scripts.map(({ source }) => source),
      ...SAMPLES,
      "print(1)",
      "x = 1",
      "return foo",
      "if",
    ];
    const quick = sources.map((source) => ordinaryMarks(source, shopContext));
    expect(quick.filter((marks) => marks !== null).length).toBeGreaterThan(scripts.length);
    expect(quick.slice(-3)).toEqual([null, null, null]);
    for (const [at, source] of sources.entries())
      if (quick[at] !== null) expect(quick[at]).toEqual(diagnostics(source, shopContext));
  });

  it("none in the docs' programs, except where a mistake is shown", () => {
    const blocks = buildPages(context.catalog, guides, []).flatMap(({ name, markdown }) =>
      [...markdown.matchAll(/```lua\n(.*?)```/gs)].map((match) => ({ name, source: match[1] ?? "" })),
    );
    expect(blocks.length).toBeGreaterThan(20);
    const wrong = blocks.flatMap(({ name, source }) =>
      diagnostics(source, shopContext)
        .filter(({ severity }) => severity !== "hint")
        .map(({ code, start, end }) => `${name}: ${code} «${source.slice(start, end)}»`),
    );
    expect(wrong).toEqual([
      // The contract's example, whose values have to be replaced before it can run: the mark says where.
      'integrations.whatsapp: phone-number «"example_to"»',
      "context: unknown-function «tools»",
      "errors: missing-field «send_message»",
      'errors: template-unknown «"no_such_template"»',
      'mock-and-live: parameter-count «{ { type = "text", text = "only one of two" } }»',
    ]);
  });

  it("none in the samples", () => {
    for (const source of SAMPLES) expect(marks(source)).toEqual([]);
  });

  it("never throws, wherever a program is cut", () => {
    for (const source of SAMPLES)
      for (let end = 0; end <= source.length; end += sample(7, 1))
        expect(() => diagnostics(source.slice(0, end), context)).not.toThrow();
  });
});

it("marks more locals than Lua allows in a function", async () => {
  const compile = await realCompiler();
  const locals = (count: number) =>
    Array.from({ length: count }, (_, at) => `local _${at} = ${at}`).join("\n");
  for (const count of [200, 201]) {
    const marked = diagnostics(locals(count), context).some(({ code }) => code === "syntax");
    expect(marked).toBe(compile(locals(count)) !== null);
  }
});
