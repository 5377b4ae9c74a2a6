import { describe, expect, it } from "vitest";
import type { World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { seedWorld } from "../../../../../src/integrations/whatsapp/simulator/index";
import { at, Client, errorOf, items, parameterError, text } from "./client";

function templatesOf(client: Client, query: string) {
  return client.get(`/${client.wabaId}/message_templates?${query}`);
}

function names(client: Client, query: string): readonly string[] {
  return items(at(templatesOf(client, `limit=100&${query}`).body, "data")).map((one) =>
    text(at(one, "name")),
  );
}

describe("the filters of message_templates", () => {
  const statuses = (client: Client, query: string) =>
    new Set(
      items(at(templatesOf(client, `limit=100&${query}`).body, "data")).map((one) => at(one, "status")),
    );

  it.each([
    "status=PAUSED,rejected",
    `status=${encodeURIComponent('["PAUSED","REJECTED"]')}`,
    `status=${encodeURIComponent("[paused, rejected]")}`,
  ])("accept several words: %s", (query) => {
    expect(statuses(new Client(), query)).toEqual(new Set(["PAUSED", "REJECTED"]));
  });

  it("accept languages and quality scores", () => {
    const client = new Client();
    const both = names(client, "language=es,en_US");
    expect(both.length).toBe(names(client, "language=es").length + names(client, "language=en_us").length);
    const scored = client.world.templates.filter((one) => one.quality_score.score === "RED");
    expect(names(client, "quality_score=RED")).toEqual(scored.map((one) => one.name));
  });

  it("find parts of the body or the name", () => {
    const client = new Client();
    expect(names(client, "content=hosted%20by%20META&language=en_US")).toEqual(["hello_world"]);
    expect(names(client, "content=hello_wor")).toEqual([]);
    expect(names(client, "name_or_content=hello_wor&language=en_US")).toEqual(["hello_world"]);
  });

  it("refuse a value that Meta does not know: 100", () => {
    expect(errorOf(templatesOf(new Client(), "status=PAUSED,aproved"))).toEqual(
      parameterError(
        "Param status[1] must be one of {APPROVED, IN_APPEAL, PENDING, REJECTED, PENDING_DELETION, DELETED, DISABLED, " +
          'PAUSED, LIMIT_EXCEEDED, ARCHIVED} - got "aproved".',
      ),
    );
  });
});

describe("summary=", () => {
  it("counts all templates, whatever is filtered", () => {
    const client = new Client();
    const all = templatesOf(
      client,
      "name=hello_world&summary=total_count,message_template_count,message_template_limit,are_translations_complete",
    );
    const count = client.world.templates.length;
    expect(at(all.body, "summary")).toEqual({
      total_count: count,
      message_template_count: count,
      message_template_limit: client.world.business.messagingLimit === "TIER_250" ? 250 : 6_000,
      are_translations_complete: true,
    });
    expect(at(templatesOf(client, "summary=true").body, "summary")).toEqual({ total_count: count });
    expect(at(templatesOf(client, "limit=1").body, "summary")).toBeUndefined();
  });

  it("refuses an unknown field: 100", () => {
    expect(errorOf(templatesOf(new Client(), "summary=constructor"))).toEqual(
      parameterError(
        "Param summary must be one of {total_count, message_template_count, message_template_limit, " +
          'are_translations_complete} - got "constructor".',
      ),
    );
  });
});

describe("a template's rare fields", () => {
  const older: World = {
    ...seedWorld(),
    templates: seedWorld().templates.map((one) =>
      one.name === "hello_world"
        ? { ...one, previous_category: "ACCOUNT_UPDATE", message_send_ttl_seconds: 600 }
        : one,
    ),
  };

  it("are returned if requested and left out if the template has none", () => {
    const fields = "correct_category,previous_category,message_send_ttl_seconds,library_template_name";
    expect(at(templatesOf(new Client(older), `name=hello_world&fields=${fields}`).body, "data", 0)).toEqual({
      previous_category: "ACCOUNT_UPDATE",
      message_send_ttl_seconds: 600,
      id: "1387372356726668",
    });
  });

  it("include the former category by default once there is one", () => {
    const hello = at(templatesOf(new Client(older), "name=hello_world").body, "data", 0);
    expect(Object.keys(hello ?? {}).slice(-3)).toEqual(["category", "previous_category", "id"]);
  });
});

describe("the phone numbers of a WhatsApp Business Account", () => {
  it("are listed with Meta's default fields, page by page", () => {
    const client = new Client();
    const page = client.get(`/${client.wabaId}/phone_numbers?limit=2`);
    expect(items(at(page.body, "data"))).toHaveLength(2);
    expect(at(page.body, "data", 0)).toEqual({
      verified_name: client.world.business.name,
      code_verification_status: "VERIFIED",
      display_phone_number: client.world.accounts[0]?.phoneNumber,
      quality_rating: "GREEN",
      platform_type: "CLOUD_API",
      throughput: { level: "STANDARD" },
      id: client.phoneNumberId,
    });
    const next = new URL(text(at(page.body, "paging", "next")));
    const rest = client.get(`/${client.wabaId}/phone_numbers${next.search}`);
    expect(items(at(rest.body, "data"))).toHaveLength(1);
    expect(at(rest.body, "paging", "next")).toBeUndefined();
  });

  describe("sort and filtering", () => {
    const ids = (client: Client, query: object) => {
      const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
      return items(at(client.get(`/${client.wabaId}/phone_numbers?${asked}`).body, "data")).map((one) =>
        text(at(one, "id")),
      );
    };
    const world = seedWorld();
    const all = world.accounts.map((one) => one.phoneNumberId);
    const sandbox = world.accounts.flatMap((one) =>
      one.allowedRecipients === null ? [] : [one.phoneNumberId],
    );

    it.each(["last_onboarded_time.desc", "creation_time.desc", "['last_onboarded_time_descending']"])(
      "%s begins with the newest",
      (sort) => {
        expect(ids(new Client(), { sort })).toEqual(all.toReversed());
        expect(ids(new Client(), { sort: sort.replace("desc", "asc") })).toEqual(all);
      },
    );

    it("keep the numbers that match a condition, page by page", () => {
      const condition = (field: string, value: unknown) =>
        JSON.stringify([{ field, operator: "EQUAL", value }]);
      expect(ids(new Client(), { filtering: condition("account_mode", "SANDBOX") })).toEqual(sandbox);
      expect(ids(new Client(), { filtering: condition("account_mode", "LIVE"), limit: 1 })).toHaveLength(1);
      expect(ids(new Client(), { filtering: condition("is_official_business_account", false) })).toEqual(all);
      expect(ids(new Client(), { filtering: condition("messaging_limit_tier", "TIER_1K") })).toEqual([]);
    });

    it.each([
      ["sort=name", /^\(#100\) Param sort must be one of \{creation_time\.asc, .*\} - got "name"\.$/],
      ["filtering=x", /^Invalid parameter: filtering must be valid JSON$/],
      ['filtering=[{"field":"name"}]', /^\(#100\) Param filtering\[0\]\['field'\] must be one of/],
      [
        'filtering=[{"field":"account_mode","operator":"IN","value":"LIVE"}]',
        /\['operator'\] must be one of/,
      ],
      ['filtering=[{"field":"account_mode","operator":"EQUAL"}]', /\['value'\] is required/],
    ])("refuse %s", (query, message) => {
      const client = new Client();
      expect(errorOf(client.get(`/${client.wabaId}/phone_numbers?${query}`))).toMatchObject({
        error: { code: 100, message: expect.stringMatching(message) },
      });
    });
  });

  it("require the management permission: 200", () => {
    const world = seedWorld();
    const accounts = world.accounts.map((one) => ({
      ...one,
      token: { ...one.token, scopes: ["whatsapp_business_messaging" as const] },
    }));
    const client = new Client({ ...world, accounts });
    expect(errorOf(client.get(`/${client.wabaId}/phone_numbers`))).toMatchObject({ error: { code: 200 } });
  });

  it("say in health_status whether messages can be sent", () => {
    const world = seedWorld();
    const healthOf = (changed: World) => {
      const client = new Client(changed);
      return at(
        client.get(`/${client.phoneNumberId}?fields=health_status`).body,
        "health_status",
        "can_send_message",
      );
    };
    expect(healthOf(world)).toBe("AVAILABLE");
    expect(healthOf({ ...world, waba: { ...world.waba, state: "payment_problem" } })).toBe("LIMITED");
    expect(healthOf({ ...world, waba: { ...world.waba, state: "restricted" } })).toBe("BLOCKED");
    const locked = world.accounts.map((one) => ({ ...one, state: "locked" as const }));
    expect(healthOf({ ...world, accounts: locked })).toBe("BLOCKED");
  });
});
