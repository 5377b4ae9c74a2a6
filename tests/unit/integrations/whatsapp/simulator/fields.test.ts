import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sample } from "../../../../support/sample";
import { at, Client, errorOf, parameterError } from "./client";

/** What pywa, the most used Python client, asks of a number. */
const pywaNumber =
  "id,verified_name,display_phone_number,conversational_automation,status,quality_rating,quality_score,webhook_configuration,name_status,new_name_status,code_verification_status,account_mode,is_on_biz_app,is_official_business_account,is_pin_enabled,is_preverified_number,search_visibility,platform_type,throughput,eligibility_for_api_business_global_search,health_status,certificate,new_certificate,last_onboarded_time,country_code,country_dial_code,messaging_limit_tier,whatsapp_business_manager_messaging_limit,username";

const client = new Client();
const number = `/${client.phoneNumberId}`;
const waba = `/${client.wabaId}`;

function unknown(name: string, type: string) {
  return parameterError(`Tried accessing nonexisting field (${name}) on node type (${type})`);
}

describe("fields of a phone number", () => {
  it("include all that pywa asks for, without those that have no value", () => {
    const { status, body } = client.get(`${number}?fields=${pywaNumber}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: client.phoneNumberId,
      quality_score: { score: "GREEN" },
      country_dial_code: "1",
      is_on_biz_app: false,
      is_pin_enabled: true,
      is_preverified_number: false,
    });
    for (const name of ["username", "certificate", "conversational_automation", "webhook_configuration"]) {
      expect(at(body, name)).toBeUndefined();
    }
  });

  it("may have subfields", () => {
    expect(client.get(`${number}?fields=throughput{level},health_status{entities{id}}`).body).toEqual({
      id: client.phoneNumberId,
      throughput: { level: "STANDARD" },
      health_status: {
        entities: [{ id: client.phoneNumberId }, { id: client.wabaId }, { id: client.world.business.id }],
      },
    });
    const profile = "whatsapp_business_profile{about,email},settings";
    expect(client.get(`${number}?fields=${profile}`).body).toEqual({ id: client.phoneNumberId });
  });

  it.each(["display_name", "contacts", "foo", "quality"])("%s is none", (name) => {
    const expected = unknown(name, "WhatsAppBusinessPhoneNumber");
    expect(errorOf(client.get(`${number}?fields=id,${name}`))).toEqual(expected);
    expect(errorOf(client.get(`${number}?fields=${name}{a}`))).toEqual(expected);
    expect(errorOf(client.get(`${waba}/phone_numbers?fields=${name}`))).toEqual(expected);
  });
});

describe("fields of a WhatsApp Business Account", () => {
  it("are five by default", () => {
    expect(client.get(waba).body).toEqual({
      id: client.wabaId,
      name: client.world.waba.name,
      timezone_id: "1",
      message_template_namespace: expect.stringMatching(/^[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}$/),
      currency: "USD",
    });
  });

  it("are the requested ones", () => {
    const { id, name } = client.world.business;
    expect(client.get(`${waba}?fields=id,name,owner_business_info`).body).toEqual({
      id: client.wabaId,
      name: client.world.waba.name,
      owner_business_info: { id, name },
    });
    expect(
      client.get(`${waba}?fields=status,owner_business_info{name},country,subscribed_apps`).body,
    ).toEqual({
      id: client.wabaId,
      status: "ACTIVE",
      owner_business_info: { name },
    });
  });

  it("include its numbers and templates, with their own fields and limits", () => {
    const asked = "name,phone_numbers.limit(1){id,verified_name},message_templates.limit(2){name}";
    const { body } = new Client().get(`${waba}?fields=${asked}`);
    expect(at(body, "phone_numbers", "data")).toEqual([
      { id: client.phoneNumberId, verified_name: client.world.accounts[0]?.verifiedName },
    ]);
    expect(at(body, "message_templates", "data")).toHaveLength(2);
    expect(at(body, "message_templates", "paging", "next")).toMatch(
      /\/message_templates\?fields=name&limit=2&after=/,
    );
    expect(errorOf(client.get(`${waba}?fields=phone_numbers{foo}`))).toEqual(
      unknown("foo", "WhatsAppBusinessPhoneNumber"),
    );
  });

  it("refuse an unknown one, and say that analytics are not simulated", () => {
    expect(errorOf(client.get(`${waba}?fields=foo`))).toEqual(unknown("foo", "WhatsAppBusinessAccount"));
    const analytics = "analytics.start(1).end(2).granularity(DAY)";
    expect(errorOf(client.get(`${waba}?fields=${analytics}`))).toMatchObject({
      status: 501,
      error: { message: "Not simulated: analytics (field analytics). Meta's API has it." },
    });
  });
});

describe("fields of templates", () => {
  it("include all that pywa asks for", () => {
    const fields =
      "id,name,category,status,language,components,parameter_format,correct_category,previous_category,library_template_name,message_send_ttl_seconds,cta_url_link_tracking_opted_out,sub_category,quality_score,rejected_reason,degrees_of_freedom_spec";
    const [first] = client.world.templates;
    for (const path of [`${waba}/message_templates`, `/${first?.id}`]) {
      expect(client.get(`${path}?fields=${fields}`).status).toBe(200);
    }
    expect(client.get(`/${first?.id}?fields=quality_score{score},components{type}`).body).toEqual({
      id: first?.id,
      quality_score: { score: first?.quality_score.score },
      components: first?.components.map(({ type }) => ({ type })),
    });
  });

  it.each(["text", "header", "foo"])("%s is none", (name) => {
    expect(errorOf(client.get(`${waba}/message_templates?fields=${name}`))).toEqual(
      unknown(name, "WhatsAppMessageTemplate"),
    );
  });
});

it.each(["id{", "id}", "a{b", "{}", "name,("])("fields that cannot be read: %s", (fields) => {
  expect(errorOf(client.get(`/me?fields=${encodeURIComponent(fields)}`))).toMatchObject({
    status: 400,
    error: { code: 2500, message: expect.stringContaining(fields) },
  });
});

it("whatever fields a client asks for, it gets them or an error", () => {
  const part = fc.oneof(
    fc.constantFrom("id", "name", "status", "phone_numbers", "{", "}", ",", ".limit(", "2", ")", " "),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(number, waba, "/me"), fc.array(part, { maxLength: 8 }), (path, parts) => {
      const answer = new Client().get(`${path}?fields=${encodeURIComponent(parts.join(""))}`);
      expect([200, 400, 501]).toContain(answer.status);
    }),
    { numRuns: sample(200) },
  );
});
