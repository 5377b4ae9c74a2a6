import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coerceArguments } from "../../../../src/gateway/arguments";
import { requestContent } from "../../../../src/gateway/live/question";
import { resolve } from "../../../../src/gateway/resolve";
import type { BodyPlace } from "../../../../src/integrations/catalog";
import type { HttpRequest } from "../../../../src/shared/http-message";
import type { JsonObject, JsonValue } from "../../../../src/shared/json";
import { visibleText } from "../../../../src/shared/visible-text";
import { catalog } from "../../../integrations/list";

const account = {
  name: "shop",
  fields: { phone_number_id: "1", waba_id: "2", depot: "west", base_url: "https://api.example/v1" },
};

function targetOf(integration: string, name: string) {
  const found = resolve(["integrations", integration, name], catalog, () => []);
  if (!found.ok) throw new Error(found.message);
  return found.value;
}

/** What a person is asked before this call. */
function asked(name: string, args: JsonObject, integration = "whatsapp") {
  const target = targetOf(integration, name);
  const coerced = coerceArguments([args], target.fn.parameters);
  if (!coerced.ok) throw new Error(coerced.message);
  const request = target.fn.request(coerced.value, account);
  return { request, ...requestContent({ target, request }) };
}

/** The same for a body that no function would send. */
function askedOf(body: JsonValue, preview: readonly BodyPlace[]) {
  const target = targetOf("whatsapp", "send_message");
  const request: HttpRequest = {
    method: "POST",
    url: "https://api.example/x",
    headers: {},
    body: JSON.stringify(body),
  };
  return requestContent({ target: { ...target, fn: { ...target.fn, preview: () => preview } }, request });
}

/** Each text, number, flag and null, and each empty list or object, as the question must show it. */
function shownLeaves(value: JsonValue): string[] {
  const inside = typeof value === "object" && value !== null ? Object.values(value) : [];
  if (inside.length > 0) return inside.flatMap((item: JsonValue) => shownLeaves(item));
  if (value === "") return ["(empty)"];
  return [visibleText(typeof value === "string" ? value : JSON.stringify(value))];
}

const values = ({ main, rest }: ReturnType<typeof requestContent>) =>
  [...main, ...rest].map(({ value }) => value).sort();

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "text",
    "body",
    "button",
    "carousel",
    "currency",
    "",
    "fallback_value",
    "\u202e1234",
    "\u0000",
  ),
);
const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4 }),
  ),
})).value;

const parameter: fc.Arbitrary<JsonValue> = fc.oneof(
  json,
  fc
    .tuple(fc.constantFrom("text", "currency", "date_time", "document", "location", "payload", "Image"), json)
    .map(([type, value]) => ({ type, [type.toLowerCase()]: value })),
  fc.record({ type: text, parameter_name: text, text }),
);
const component: fc.Arbitrary<JsonValue> = fc.oneof(
  json,
  fc.record({ type: text, parameters: fc.oneof(json, fc.array(parameter, { maxLength: 3 })) }),
  fc.record({ type: fc.constant("button"), sub_type: text, index: json, parameters: fc.array(parameter) }),
  fc.record({
    type: fc.constant("carousel"),
    cards: fc.array(
      fc.record({
        card_index: json,
        components: fc.array(fc.record({ type: text, parameters: fc.array(parameter) })),
      }),
    ),
  }),
);

describe("the question before a live call shows everything that is sent", () => {
  test("of a message, whatever is in it", () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (to, body, preview_url) => {
        fc.pre(!["", "0"].includes(to) && !["", "0"].includes(body));
        const { request, ...content } = asked("send_message", { to, body, preview_url });
        const shown = values(content);
        for (const leaf of shownLeaves(JSON.parse(request.body ?? ""))) expect(shown).toContain(leaf);
        expect(content.main.map(({ label }) => label)).toEqual(["To", "Text", "Link preview"]);
      }),
    );
  });

  test("of a template with any components, each value once", () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(component, { maxLength: 4 }),
        (template_name, language, components) => {
          fc.pre(!["", "0"].includes(template_name));
          const { request, ...content } = asked("send_template", {
            to: "1",
            template_name,
            language,
            components,
          });
          const around = [`POST ${request.url}`, ...Object.values(request.headers)];
          expect(values(content)).toEqual([...shownLeaves(JSON.parse(request.body ?? "")), ...around].sort());
        },
      ),
      { numRuns: 500 },
    );
  });

  test("of any body, whatever the function lists first", () => {
    const place = fc.record({ label: text, at: fc.array(fc.oneof(text, fc.nat(4)), { maxLength: 4 }) });
    fc.assert(
      fc.property(json, fc.array(place), (body, places) => {
        const shown = values(askedOf(body, places));
        expect(shown).toEqual(
          [...shownLeaves(JSON.parse(JSON.stringify(body))), "POST https://api.example/x"].sort(),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("of a read: its address, with the arguments in it", () => {
    const { main } = asked("get_message", { message_id: "wamid.\u202eX/../1?a=b" });
    expect(main).toEqual([
      { label: "Address", value: "GET https://api.example/v1/wamid.%E2%80%AEX%2F..%2F1%3Fa%3Db" },
    ]);
  });

  test("of another integration, in its own words", () => {
    const { main, rest } = asked("order_pickup", { number: "P-9", note: "Ring" }, "parcels");
    expect(main).toEqual([{ label: "Parcel", value: "P-9" }]);
    expect(rest).toContainEqual({ label: "note", value: "Ring" });
  });
});

test("the values of a template come first and have names, and none can pass for another", () => {
  const components = [
    {
      type: "header",
      parameters: [{ type: "document", document: { link: "https://a.example/a.pdf", filename: "a.pdf" } }],
    },
    {
      type: "BODY",
      parameters: [
        { type: "text", text: "#12345" },
        { type: "text", parameter_name: "state", text: "shipped" },
        { type: "currency", currency: { fallback_value: "EUR 1.00", code: "EUR", amount_1000: 999999000 } },
      ],
    },
    { type: "button", sub_type: "url", index: "1", parameters: [{ type: "text", text: "abc" }] },
    {
      type: "carousel",
      cards: [
        {
          card_index: 0,
          components: [{ type: "body", parameters: [{ type: "text", text: "On the card" }] }],
        },
      ],
    },
  ];
  const { main, rest } = asked("send_template", {
    to: "1",
    template_name: "order_update",
    language: "en",
    components,
  });
  expect(main.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    "To: 1",
    "Template: order_update",
    "Language: en",
    "Header 1 link: https://a.example/a.pdf",
    "Header 1 filename: a.pdf",
    "Body 1: #12345",
    "Body 2 name: state",
    "Body 2: shipped",
    "Body 3 fallback_value: EUR 1.00",
    "Body 3 code: EUR",
    "Body 3 amount_1000: 999999000",
    "Button 1: abc",
    "Card 1, Body 1: On the card",
  ]);
  expect(rest).toContainEqual({ label: "template.components[3].cards[0].card_index", value: "0" });
  expect(rest.at(-1)).toEqual({ label: "Header Content-Type", value: "application/json" });
});

describe("invisible characters are written out", () => {
  test.each([
    ["\u202e7654321", "U+202E7654321"],
    ["pay\u200bpal", "payU+200Bpal"],
    ["a\u0000b\tc\r\nd", "aU+0000bU+0009cU+000D\nd"],
    ["\u00a0\u3000\u2028\u3164\u2800\ufeff", "U+00A0U+3000U+2028U+3164U+2800U+FEFF"],
    ["\ud800 \ue000 \u{e0041}", "U+D800 U+E000 U+E0041"],
    ["Grüße, мир, 你好, ❤️ 👩‍👩‍👧 👍🏽", "Grüße, мир, 你好, ❤️ 👩‍👩‍👧 👍🏽"],
    ["a\u200db\ufe0f", "aU+200DbU+FE0F"],
  ])("%j", (given, shown) => {
    expect(visibleText(given)).toBe(shown);
  });

  test("in keys too", () => {
    expect(askedOf({ "a\u202eb": { "": 1 } }, []).rest[0]).toEqual({ label: '["aU+202Eb"][""]', value: "1" });
  });

  test("and none is left", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (given) => {
        expect(visibleText(given).replace(/[\n ]/g, "")).not.toMatch(
          /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f]/u,
        );
      }),
    );
  });
});
