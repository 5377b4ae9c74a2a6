import { describe, expect, it } from "vitest";
import type { World } from "../../../../../src/integrations/whatsapp/simulator/index";
import type { JsonValue } from "../../../../../src/shared/json";
import { at, Client, errorOf, items, parameterError, sentId, text, whatsappError } from "./client";

const textParameter = (text: string) => ({ type: "text", text });
const body = (...values: string[]) => ({ type: "body", parameters: values.map(textParameter) });
const header = (...parameters: JsonValue[]) => ({ type: "header", parameters });
const button = (sub_type: string, index: string | number, ...parameters: JsonValue[]) => ({
  type: "button",
  sub_type,
  index,
  parameters,
});
const image = header({ type: "image", image: { link: "https://juniper-lane.example/a.jpg" } });
const named = (name: string, text: string) => ({ type: "text", parameter_name: name, text });
const tastingBody = {
  type: "body",
  parameters: [named("time", "4 pm"), named("first_name", "Rosa"), named("day", "Monday")],
};

const countTitle = "Number of parameters does not match the expected number of params";
const formatTitle = "Parameter format does not match format in the created template";
const missingTitle = "Required parameter is missing";

function send(name: string, components?: JsonValue, language = "en_US", version = "v26.0") {
  const client = new Client();
  client.version = version;
  return client.sendTemplate(name, components, { language });
}

describe("step 5: the template", () => {
  it.each([
    ["nowhere", "en_US"],
    ["hello_world", "de"],
    ["review_request", "en_US"],
    ["flash_giveaway", "en_US"],
  ])("%s in %s does not exist, or is not approved: 132001", (name, language) => {
    expect(errorOf(send(name, undefined, language))).toEqual(
      whatsappError(
        404,
        132001,
        "Template name does not exist in the translation",
        `template name (${name}) does not exist in ${language}`,
      ),
    );
  });

  it("is paused: 132015", () => {
    expect(errorOf(send("restock_alert", [body("x")]))).toMatchObject({
      status: 400,
      error: {
        code: 132015,
        message:
          "(#132015) Template is temporarily unavailable to use because it was paused due to low quality.",
      },
    });
  });

  it("is disabled: 132016", () => {
    expect(errorOf(send("loyalty_points", [body("x", "y")]))).toMatchObject({
      status: 400,
      error: { code: 132016, message: "(#132016) Template is disabled" },
    });
  });
});

describe("step 6: its parameters", () => {
  it.each([
    ["one of two", [body("Order 1")], "body", 1, 2],
    ["none", undefined, "body", 0, 2],
    ["a header that it lacks", [header(textParameter("x")), body("a", "b")], "header", 1, 0],
  ] as const)("counts them: 132000 for %s", (_, components, place, given, expected) => {
    expect(errorOf(send("order_update", components, "en"))).toEqual(
      whatsappError(
        400,
        132000,
        countTitle,
        `${place}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
      ),
    );
  });

  it("are refused if there are no variables: 132000", () => {
    expect(errorOf(send("hello_world", [body("x")]))).toMatchObject({ error: { code: 132000 } });
  });

  it("require the right type: 132012", () => {
    const wrong = { type: "image", image: { link: "https://a.example/b.png" } };
    const components = [{ type: "body", parameters: [textParameter("a"), wrong] }];
    expect(errorOf(send("order_update", components, "en"))).toEqual(
      whatsappError(400, 132012, formatTitle, "body: Format mismatch, expected TEXT, received IMAGE"),
    );
    expect(errorOf(send("tasting_reminder", [tastingBody]))).toEqual(
      whatsappError(400, 132012, formatTitle, "header: Format mismatch, expected IMAGE, received UNKNOWN"),
    );
  });

  it.each(["", "   "])("require text: 131008 for %j", (text) => {
    expect(errorOf(send("order_update", [body("a", text)], "en"))).toEqual(
      whatsappError(400, 131008, missingTitle, "Parameter of type text is missing text value"),
    );
  });

  it.each(["a\nb", "a\tb", "a     b"])("refuse line breaks, tabs and five spaces: 132018 for %j", (text) => {
    const details = "Param text cannot have new-line/tab characters or more than 4 consecutive spaces";
    const components = [body("a", text)];
    expect(errorOf(send("order_update", components, "en"))).toEqual(
      whatsappError(400, 132018, "There's an issue with the parameters in your template", details),
    );
    expect(errorOf(send("order_update", components, "en", "v22.0"))).toEqual(
      whatsappError(400, 100, "Invalid parameter", details),
    );
  });

  it("accept four spaces", () => {
    expect(send("order_update", [body("a", "b    c")], "en").status).toBe(200);
  });

  it("limit the resulting text: 132005", () => {
    expect(errorOf(send("order_update", [body("a", "b".repeat(1024))], "en"))).toMatchObject({
      status: 400,
      error: { code: 132005, message: "(#132005) Translated text too long" },
    });
  });

  it("require names if the template has names: 100", () => {
    expect(errorOf(send("tasting_reminder", [image, body("a", "b", "c")]))).toEqual(
      whatsappError(400, 100, "Invalid parameter", "Parameter name is missing or empty"),
    );
    expect(send("tasting_reminder", [image, tastingBody]).status).toBe(200);
  });

  it("fill in what the contact sees", () => {
    const client = new Client();
    client.sendTemplate("tasting_reminder", [
      image,
      tastingBody,
      button("quick_reply", "1", { type: "payload", payload: "move" }),
    ]);
    expect(client.events[0]).toMatchObject({
      message: {
        content: {
          rendered: {
            header: { format: "IMAGE", source: "https://juniper-lane.example/a.jpg" },
            body: "Hi Rosa, we look forward to your tasting on Monday at 4 pm. Come hungry for tea.",
            buttons: [
              { text: "I will be there", value: "I will be there" },
              { text: "Move it", value: "move" },
            ],
          },
        },
      },
    });
  });

  it("show amounts and dates by their fallback", () => {
    const client = new Client();
    const parameters = [
      { type: "currency", currency: { fallback_value: "$12.50", code: "USD", amount_1000: 12500 } },
      { type: "date_time", date_time: { fallback_value: "May 1" } },
    ];
    client.sendTemplate("refund_issued", [{ type: "body", parameters }]);
    expect(client.events[0]).toMatchObject({
      message: {
        content: { rendered: { body: expect.stringContaining("$12.50 back to your card on May 1") } },
      },
    });
    const noFallback = [{ type: "body", parameters: [{ type: "currency", currency: {} }, parameters[1]] }];
    expect(errorOf(client.sendTemplate("refund_issued", noFallback as JsonValue))).toEqual(
      whatsappError(400, 131008, missingTitle, "Parameter of type currency is missing fallback_value value"),
    );
  });

  it("accept a location and refuse an impossible one", () => {
    const place = { latitude: 52.1, longitude: "13.4", name: "Shop", address: "1 Lane" };
    const where = (location: JsonValue) => [header({ type: "location", location }), body("Maya", "6 pm")];
    expect(send("pickup_ready", where(place)).status).toBe(200);
    expect(errorOf(send("pickup_ready", where({ ...place, latitude: 91 })))).toMatchObject({
      error: { code: 131009 },
    });
    expect(errorOf(send("pickup_ready", where({ latitude: 1 })))).toMatchObject({ error: { code: 100 } });
    expect(errorOf(send("pickup_ready", where({ ...place, longitude: "" })))).toMatchObject({
      error: { code: 131008 },
    });
  });

  it("require a valid link for media", () => {
    const document = (value: JsonValue) => [
      header({ type: "document", document: value }),
      body("$1", "May 1"),
    ];
    expect(send("invoice_ready", document({ link: "https://juniper-lane.example/1.pdf" })).status).toBe(200);
    expect(errorOf(send("invoice_ready", document({ link: "invoice.pdf" })))).toEqual(
      parameterError(
        "Param template['components'][0]['parameters'][0]['document']['link'] is not a valid URI.",
      ),
    );
    expect(errorOf(send("invoice_ready", document({})))).toMatchObject({ error: { code: 131008 } });
  });

  it("require a value for each URL and code button: 131008", () => {
    const parcel = [header(textParameter("JL-1")), body("Maya", "Friday")];
    expect(errorOf(send("shipping_confirmation", parcel))).toEqual(
      whatsappError(400, 131008, missingTitle, "buttons: Button at index 0 of type Url requires a parameter"),
    );
    expect(send("shipping_confirmation", [...parcel, button("URL", 0, textParameter("JL-1"))]).status).toBe(
      200,
    );
    const offer = [body("Daniel", "20%")];
    expect(errorOf(send("autumn_offer", offer))).toMatchObject({ error: { code: 131008 } });
    const code = (coupon_code: string) => [
      ...offer,
      button("COPY_CODE", "0", { type: "coupon_code", coupon_code }),
    ];
    expect(send("autumn_offer", code("AUTUMN20")).status).toBe(200);
    expect(errorOf(send("autumn_offer", code("x".repeat(21))))).toMatchObject({ error: { code: 100 } });
  });

  it("require a button of that kind at that index", () => {
    const parcel = [header(textParameter("JL-1")), body("Maya", "Friday")];
    expect(errorOf(send("shipping_confirmation", [...parcel, button("quick_reply", 0)]))).toMatchObject({
      error: { code: 132012 },
    });
    expect(errorOf(send("shipping_confirmation", [...parcel, button("url", 7)]))).toMatchObject({
      error: { code: 100 },
    });
  });

  it("send a one-time code in the body and in the button", () => {
    const code = [body("493027"), button("url", "0", textParameter("493027"))];
    const client = new Client();
    const id = sentId(client.sendTemplate("login_code", code));
    client.wait(10_000);
    expect(client.message(id)).toMatchObject({ pricing: { category: "authentication", billable: true } });
  });

  it.each([
    [
      "a footer",
      [{ type: "footer" }],
      `Param template['components'][0]['type'] must be one of {HEADER, BODY, BUTTON} - got "footer".`,
    ],
    ["text for components", "x", "Param template['components'] must be an array."],
    ["no type", [{}], "The parameter template['components'][0]['type'] is required."],
  ])("refuses %s: 100", (_, components, sentence) => {
    expect(errorOf(send("hello_world", components))).toEqual(parameterError(sentence));
  });
});

describe("listing templates", () => {
  const list = (client: Client, query: string) => client.get(`/${client.wabaId}/message_templates?${query}`);

  it("returns Meta's default fields, or the requested ones with the id", () => {
    const client = new Client();
    expect(Object.keys(at(list(client, "limit=1").body, "data", 0) ?? {})).toEqual([
      "name",
      "parameter_format",
      "components",
      "language",
      "status",
      "category",
      "id",
    ]);
    expect(at(list(client, "limit=1&fields=status,quality_score").body, "data", 0)).toEqual({
      status: "APPROVED",
      quality_score: { score: "UNKNOWN", date: 1_788_000_000 },
      id: "1387372356726668",
    });
  });

  it.each([
    ["name=order_update", 2],
    ["name=order_update&language=es", 1],
    ["status=approved", 12],
    ["category=MARKETING&status=PAUSED", 1],
    ["name=nothing", 0],
  ])("filters by %s", (query, count) => {
    expect(at(list(new Client(), query).body, "data")).toHaveLength(count);
  });

  it("works under the phone number too", () => {
    const client = new Client();
    expect(client.get(`/${client.phoneNumberId}/message_templates?limit=3`).status).toBe(200);
  });

  it("goes back with before and says whether there is more on either side", () => {
    const client = new Client();
    const second = list(
      client,
      `limit=4&after=${at(list(client, "limit=4").body, "paging", "cursors", "after")}`,
    );
    const first = list(client, `limit=4&before=${at(second.body, "paging", "cursors", "before")}`);
    expect(at(first.body, "data")).toEqual(at(list(client, "limit=4").body, "data"));
    expect(at(first.body, "paging", "previous")).toBeUndefined();
    expect(at(second.body, "paging", "previous")).toContain("before=");
    expect(at(second.body, "paging", "next")).toContain("after=");
  });

  it.each(["nonsense", "%F0%9F", "QVFIUw"])("refuses the cursor %s: 131059, before v24.0 100", (cursor) => {
    const client = new Client();
    expect(errorOf(list(client, `after=${cursor}`))).toEqual({
      status: 400,
      error: { message: "(#131059) Invalid pagination cursor", type: "OAuthException", code: 131059 },
    });
    client.version = "v23.0";
    expect(errorOf(list(client, `after=${cursor}`))).toMatchObject({ error: { code: 100 } });
  });

  it("refuses an unknown field and an invalid limit: 100", () => {
    const client = new Client();
    expect(errorOf(list(client, "fields=nope"))).toEqual(
      parameterError("Tried accessing nonexisting field (nope) on node type (WhatsAppMessageTemplate)"),
    );
    for (const limit of ["0", "-1", "ten", "1.5"]) {
      expect(errorOf(list(client, `limit=${limit}`))).toMatchObject({ error: { code: 100 } });
    }
  });

  it("continues after a cursor whose template the filter now excludes", () => {
    const client = new Client();
    const base = `/${client.wabaId}/message_templates?status=approved&fields=id&limit=3`;
    const idsOf = (path: string) =>
      items(at(client.get(path).body, "data")).map((one) => text(at(one, "id")));
    const all = idsOf(base.replace("limit=3", "limit=100"));
    const first = client.get(base);
    const after = text(at(first.body, "paging", "cursors", "after"));
    const third = all[2];
    client.world = {
      ...client.world,
      templates: client.world.templates.map((one) => (one.id === third ? { ...one, status: "PAUSED" } : one)),
    };
    expect(idsOf(`${base}&after=${after}`)).toEqual(all.slice(3, 6));
    expect(idsOf(`${base}&before=${after}`)).toEqual(all.slice(0, 2));
  });

  it("pages through 5,000 templates, each once", () => {
    const seed = new Client().world;
    const [hello] = seed.templates;
    if (hello === undefined) throw new Error("no template");
    const templates = Array.from({ length: 5_000 }, (_, at) => ({
      ...hello,
      name: `t_${at}`,
      id: String(1e6 + at),
    }));
    const world: World = { ...seed, templates };
    const client = new Client(world);
    const ids: unknown[] = [];
    let after: unknown = "";
    for (let page = 0; page < 50; page++) {
      const answer = list(client, `limit=100&fields=id&after=${after}`);
      ids.push(...[...Array(100).keys()].map((index) => at(answer.body, "data", index, "id")));
      after = at(answer.body, "paging", "cursors", "after");
      expect(at(answer.body, "paging", "next") === undefined).toBe(page === 49);
    }
    expect(ids).toEqual(templates.map((one) => one.id));
  });
});
