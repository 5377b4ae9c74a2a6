import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadExplainCall } from "../../../../../src/app/explain-calls";
import { explain } from "../../../../../src/integrations/whatsapp/explain";
import type { HttpRequest } from "../../../../../src/shared/http-message";
import { runLua } from "../../../../support/run-lua";
import { sample } from "../../../../support/sample";
import { type Answer, answerOf, at, Client, errorOf, text } from "./client";

type Method = HttpRequest["method"];

/** The answer to a request, in whose path `PHONE`, `WABA`, `TEMPLATE` and `BUSINESS` stand for IDs of the world. */
function ask(method: Method, path: string, body: unknown = null) {
  const client = new Client();
  const { business, templates } = client.world;
  const ids = path
    .replace("PHONE", client.phoneNumberId)
    .replace("WABA", client.wabaId)
    .replace("TEMPLATE", templates[0]?.id ?? "")
    .replace("BUSINESS", business.id);
  return client.call(client.request(method, ids, body));
}

/** What Meta documents beside what is simulated (its OpenAPI file and its guides). */
const documented = `
POST PHONE/media
DELETE 1037543291543636
GET 1037543291543636?phone_number_id=1
POST 634974688087057/uploads
POST upload:MTphdHRhY2htZW50
POST PHONE
POST PHONE/register
POST PHONE/deregister
POST PHONE/request_code
POST PHONE/verify_code
GET PHONE/settings
POST PHONE/settings
GET PHONE/whatsapp_business_profile
POST PHONE/whatsapp_business_profile
GET PHONE/whatsapp_commerce_settings
POST PHONE/whatsapp_commerce_settings
GET PHONE/whatsapp_business_encryption
POST PHONE/whatsapp_business_encryption
GET PHONE/business_compliance_info
POST PHONE/business_compliance_info
GET PHONE/official_business_account
POST PHONE/official_business_account
POST PHONE/conversational_automation
GET PHONE/block_users
POST PHONE/block_users
DELETE PHONE/block_users
GET PHONE/message_qrdls
POST PHONE/message_qrdls
GET PHONE/message_qrdls/4O4YGZEG3RIVE1
DELETE PHONE/message_qrdls/4O4YGZEG3RIVE1
POST message_qrdls/4O4YGZEG3RIVE1
POST PHONE/calls
GET PHONE/call_permissions
GET PHONE/groups
POST PHONE/groups
POST PHONE/marketing_messages
POST PHONE/messages_encrypted
POST WABA
POST WABA/message_templates
DELETE WABA/message_templates?name=hello_world
POST WABA/upsert_message_templates
POST WABA/migrate_message_templates
GET WABA/message_template_previews
GET message_template_library
POST TEMPLATE
POST TEMPLATE/unpause
GET TEMPLATE/compare
GET WABA/subscribed_apps
POST WABA/subscribed_apps
DELETE WABA/subscribed_apps
GET WABA/assigned_users
POST WABA/assigned_users
DELETE WABA/assigned_users
GET WABA/product_catalogs
GET WABA/activities
GET WABA/schedules
POST WABA/schedules
GET WABA/solutions
GET WABA/flows
POST WABA/flows
POST WABA/migrate_flows
POST WABA/phone_numbers
GET WABA/in_progress_onbehalf_request
POST WABA/obo_mobility_intent
POST WABA/set_obo_mobility_intent
POST WABA/set_solution_migration_intent
GET WABA/template_analytics
GET WABA/pricing_analytics
GET 1530338514373733/assets
POST 1530338514373733/assets
POST 1530338514373733/publish
POST 1530338514373733/deprecate
POST 1530338514373733/invite_link
DELETE 1530338514373733/invite_link
GET 1530338514373733/join_requests
POST 1530338514373733/participants
GET BUSINESS
POST BUSINESS/add_phone_numbers
GET BUSINESS/preverified_numbers
POST BUSINESS/share_preverified_numbers
GET BUSINESS/client_whatsapp_business_accounts
GET BUSINESS/owned_whatsapp_business_accounts
POST BUSINESS/onboard_partners_to_mm_lite
GET BUSINESS/extendedcredits
GET 1530338514373733/assigned_whatsapp_business_accounts
GET 1530338514373733/partners
POST 1530338514373733/request_code
POST 1530338514373733/verify_code
GET 1530338514373733/connected_client_businesses
POST 1530338514373733/whatsapp_business_solution
GET 1530338514373733/whatsapp_business_solutions
GET 1530338514373733/access_token
POST 1530338514373733/accept
POST 1530338514373733/reject
POST 1530338514373733/accept_deactivation_request
POST 1530338514373733/reject_deactivation_request
POST 1530338514373733/send_deactivation_request
GET oauth/access_token
POST ?batch=[]
GET ?ids=1,2`
  .trim()
  .split("\n")
  .map((line) => line.split(" ") as [Method, string]);

/** Expects HTTP 501 in Graph's shape, with a message that begins with these words. */
function expectMissing(answer: Answer, words: string) {
  expect(errorOf(answer)).toEqual({
    status: 501,
    error: { message: expect.any(String), type: "OAuthException", code: 501 },
  });
  expect(text(at(answer.body, "error", "message")).slice(0, words.length)).toBe(words);
}

describe("requests that Meta has and the simulator lacks return 501", () => {
  it.each(documented)("%s /%s", (method, path) => {
    const answer = answerOf(ask(method, `/${path}`));
    expectMissing(answer, "Not simulated: ");
    expect(text(at(answer.body, "error", "message"))).toContain(path.match(/\/([a-z_]+)/)?.[1] ?? "");
  });

  it.each([
    "image",
    "video",
    "audio",
    "document",
    "sticker",
    "location",
    "contacts",
    "reaction",
    "pin",
    "IMAGE",
  ])("a message of type %s", (type) => {
    const body = {
      messaging_product: "whatsapp",
      to: "15551234567",
      type,
      [type]: { link: "https://a.example/a" },
    };
    expectMissing(new Client().post(body), `Not simulated: messages of type ${type.toLowerCase()};`);
  });

  it.each(["button", "list", "cta_url", "flow", "product", "location_request_message"])(
    "an interactive message of type %s",
    (type) => {
      const body = {
        messaging_product: "whatsapp",
        to: "15551234567",
        type: "interactive",
        interactive: { type },
      };
      expectMissing(new Client().post(body), `Not simulated: messages of type interactive (${type})`);
    },
  );

  it("a message to a group", () => {
    const body = { messaging_product: "whatsapp", recipient_type: "group", to: "Y2Fw", type: "text" };
    expectMissing(new Client().post(body), "Not simulated: messages to groups");
  });

  it.each([
    [{ type: "carousel", cards: [] }, "template components of type carousel"],
    [{ type: "LIMITED_TIME_OFFER", parameters: [] }, "template components of type limited_time_offer"],
    [
      { type: "tap_target_configuration", parameters: [] },
      "template components of type tap_target_configuration",
    ],
    [{ type: "button", sub_type: "catalog", index: 0 }, "template buttons of sub_type catalog"],
    [{ type: "button", sub_type: "FLOW", index: 0 }, "template buttons of sub_type flow"],
    [{ type: "button", sub_type: "mpm", index: 0 }, "template buttons of sub_type mpm"],
    [
      { type: "button", sub_type: "url", index: 0, parameters: [{ type: "action" }] },
      "template parameters of type action",
    ],
    [{ type: "header", parameters: [{ type: "product" }] }, "template parameters of type product"],
  ])("a template with %j, whether the template exists or not", (component, named) => {
    for (const name of ["hello_world", "no_such_template"]) {
      expectMissing(new Client().sendTemplate(name, [component]), `Not simulated: ${named}`);
    }
  });

  it("in a script too, with an explanation", async () => {
    const { error, rows } = await runLua(
      `app.integrations.whatsapp.send_template{ to = "15551234567", template_name = "hello_world",
       components = { { type = "carousel", cards = {} } } }`,
    );
    expect(error?.message).toContain(
      "WhatsApp API error (501): Not simulated: template components of type carousel.",
    );
    const explainCall = await loadExplainCall();
    const last = rows.at(-1);
    expect(last && explainCall(last)?.text).toContain("The simulator doesn't support this");
  });

  it("with the same explanation for every one of them", () => {
    expect(explain(ask("POST", "/PHONE/media"))?.text).toContain("The simulator doesn't support this");
  });
});

describe("requests that Meta lacks too get Meta's response", () => {
  it.each([
    [
      "GET",
      "/PHONE/horoscope",
      "(#100) Tried accessing nonexisting field (horoscope) on node type (WhatsAppBusinessPhoneNumber)",
    ],
    [
      "GET",
      "/WABA/horoscope",
      "(#100) Tried accessing nonexisting field (horoscope) on node type (WhatsAppBusinessAccount)",
    ],
    [
      "GET",
      "/PHONE/flows",
      "(#100) Tried accessing nonexisting field (flows) on node type (WhatsAppBusinessPhoneNumber)",
    ],
    ["POST", "/WABA/media", "Unsupported post request. Object with ID"],
    ["DELETE", "/PHONE", "Unsupported delete request. Object with ID"],
    ["POST", "/999/media", "Unsupported post request. Object with ID '999'"],
    ["GET", "/1037543291543636", "Unsupported get request. Object with ID '1037543291543636'"],
    ["GET", "/PHONE/media/7", "Unknown path components: "],
    ["POST", "/", "Unsupported post request."],
  ] as const)("%s %s", (method, path, message) => {
    expect(errorOf(answerOf(ask(method, path)))).toMatchObject({
      status: 400,
      error: { message: expect.stringContaining(message) },
    });
  });

  it("an unknown type of message, component or parameter is refused with a list of existing ones", () => {
    const client = new Client();
    const body = { messaging_product: "whatsapp", to: "15551234567", type: "smell" };
    expect(errorOf(client.post(body))).toMatchObject({
      status: 400,
      error: {
        message: expect.stringMatching(/^\(#100\) Param type must be one of \{.*IMAGE.*\} - got "smell"\.$/),
      },
    });
    expect(errorOf(client.sendTemplate("hello_world", [{ type: "smell" }]))).toMatchObject({ status: 400 });
  });

  it("comes after the token, which is checked first", () => {
    const client = new Client();
    client.token = "EAAunknown1";
    expect(errorOf(client.post({}, `/${client.phoneNumberId}/media`))).toMatchObject({ status: 401 });
  });

  it("no such request is ever accepted or causes a crash", () => {
    const parts = fc.constantFrom(
      "PHONE",
      "WABA",
      "TEMPLATE",
      "media",
      "flows",
      "7",
      "message_qrdls",
      "x",
      "*",
    );
    const methods = fc.constantFrom<Method>("GET", "POST", "DELETE");
    fc.assert(
      fc.property(methods, fc.array(parts, { maxLength: 4 }), (method, path) => {
        const { status } = ask(method, `/${path.join("/")}`);
        expect([200, 400, 501]).toContain(status);
      }),
      { numRuns: sample(200) },
    );
  });
});
