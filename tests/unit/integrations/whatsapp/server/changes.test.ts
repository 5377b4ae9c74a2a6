import { describe, expect, it } from "vitest";
import { changesBetween } from "../../../../../src/integrations/whatsapp/server/webhooks/changes";
import { sendWebhooks } from "../../../../../src/integrations/whatsapp/server/webhooks/due";
import { apply, seedWorld, userIdOf } from "../../../../../src/integrations/whatsapp/simulator/index";
import { type JsonValue, member } from "../../../../../src/shared/json";
import { at } from "../simulator/client";
import { bodyOf, control, Inbox, served, serving } from "./served";

const shop = seedWorld();
const [account] = shop.accounts;
const template = shop.templates.find((one) => one.name === "order_update" && one.language === "en");
if (account === undefined || template === undefined) throw new Error("The shop has no number or template.");
const { phoneNumberId, phoneNumber } = account;
const templateId = template.id;
const named = {
  message_template_id: Number(templateId),
  message_template_name: "order_update",
  message_template_language: "en",
};
const display = { display_phone_number: phoneNumber };
const tier = shop.business.messagingLimit;
const quality = { ...display, current_limit: tier, max_daily_conversations_per_business: tier };

const template_changed = (change: object) => ({ type: "template_changed", templateId, change });
const account_changed = (change: object) => ({ type: "account_changed", phoneNumberId, change });

const contact_changed = (change: object) => ({ type: "contact_changed", waId: "15550001111", change });

/** An event of the control address, and the webhook that tells of it. */
const changes: readonly (readonly [event: object, field: string, value: object])[] = [
  [
    template_changed({ status: "PAUSED" }),
    "message_template_status_update",
    {
      event: "PAUSED",
      ...named,
      reason: "NONE",
      message_template_category: "UTILITY",
      other_info: { title: "FIRST_PAUSE", description: expect.stringContaining("3 hours") },
    },
  ],
  [
    template_changed({ status: "REJECTED", rejected_reason: "SCAM" }),
    "message_template_status_update",
    { event: "REJECTED", ...named, reason: "SCAM", message_template_category: "UTILITY" },
  ],
  [
    template_changed({ status: "DISABLED" }),
    "message_template_status_update",
    {
      event: "DISABLED",
      ...named,
      reason: "NONE",
      message_template_category: "UTILITY",
      disable_info: { disable_date: shop.clock / 1000 },
    },
  ],
  [
    template_changed({ quality_score: { score: "RED" } }),
    "message_template_quality_update",
    { previous_quality_score: template.quality_score.score, new_quality_score: "RED", ...named },
  ],
  [
    template_changed({ category: "MARKETING" }),
    "template_category_update",
    { ...named, previous_category: "UTILITY", new_category: "MARKETING" },
  ],
  [
    account_changed({ qualityRating: "RED" }),
    "phone_number_quality_update",
    { ...quality, event: "FLAGGED" },
  ],
  [
    account_changed({ limits: { ...account.limits, messagesPerSecond: 1_000 } }),
    "phone_number_quality_update",
    { ...quality, event: "THROUGHPUT_UPGRADE" },
  ],
  [
    account_changed({ verifiedName: "Juniper" }),
    "phone_number_name_update",
    { ...display, decision: "APPROVED", requested_verified_name: "Juniper", rejection_reason: "NONE" },
  ],
  [
    account_changed({ state: "locked" }),
    "account_update",
    {
      phone_number: phoneNumber,
      event: "DISABLED_UPDATE",
      ban_info: { waba_ban_state: "DISABLE", waba_ban_date: "2026-11-02" },
    },
  ],
  [
    account_changed({ state: "deleted" }),
    "account_update",
    { phone_number: phoneNumber, event: "PHONE_NUMBER_REMOVED" },
  ],
  [
    account_changed({ state: "in_maintenance" }),
    "account_alerts",
    {
      entity_type: "PHONE_NUMBER",
      entity_id: phoneNumberId,
      alert_info: expect.objectContaining({ alert_status: "ACTIVE" }),
    },
  ],
  [
    contact_changed({ marketing: "stopped" }),
    "user_preferences",
    {
      messaging_product: "whatsapp",
      metadata: { ...display, phone_number_id: phoneNumberId },
      contacts: [{ wa_id: "15550001111", user_id: userIdOf(shop, "15550001111") }],
      user_preferences: [
        {
          wa_id: "15550001111",
          detail: "User requested to stop marketing messages",
          category: "marketing_messages",
          value: "stop",
          timestamp: shop.clock / 1000,
        },
      ],
    },
  ],
  [
    { type: "waba_changed", change: { state: "restricted" } },
    "account_update",
    {
      event: "ACCOUNT_RESTRICTION",
      restriction_info: [
        { restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: expect.any(Number) },
      ],
    },
  ],
  [
    { type: "waba_changed", change: { state: "payment_problem" } },
    "account_alerts",
    {
      entity_type: "WABA",
      entity_id: shop.waba.id,
      alert_info: expect.objectContaining({ alert_type: "PAYMENT_PROBLEM" }),
    },
  ],
  [
    { type: "business_changed", change: { messagingLimit: "TIER_100K" } },
    "business_capability_update",
    { max_daily_conversations_per_business: "TIER_100K", max_phone_numbers_per_business: 20 },
  ],
];

describe("a change made by POST /_world/events", () => {
  it.each(changes)("%j arrives as %s", async (event, field, value) => {
    const { base, world } = await served();
    const inbox = new Inbox<JsonValue>();
    const url = await serving(async (incoming, outgoing) => {
      inbox.put(JSON.parse((await bodyOf(incoming)).toString("utf8")));
      outgoing.end();
    });
    const delivery = sendWebhooks(world, { url, appSecret: null, verifyToken: null, version: 26 }, (line) =>
      inbox.put(line),
    );
    await control(base, "/events", [event]);
    expect(await inbox.next()).toEqual({
      object: "whatsapp_business_account",
      entry: [{ id: shop.waba.id, time: shop.clock / 1000, changes: [{ value, field }] }],
    });
    delivery.stop();
  });

  it("is reported once, and unchanged things are not reported", () => {
    const events = [
      { type: "template_changed", templateId, change: { status: "APPROVED" } },
      { type: "account_changed", phoneNumberId, change: { state: "connected" } },
      { type: "template_changed", templateId: "404", change: { status: "PAUSED" } },
      { type: "waba_changed", change: {} },
      { type: "business_changed", change: {} },
    ] as const;
    expect(changesBetween(shop, events.reduce(apply, shop))).toEqual([]);
    expect(changesBetween(shop, apply(shop, { type: "time_passed", ms: 60_000 }))).toEqual([]);
  });

  it("says that a customer resumed marketing, with the name, for each number they have a chat with", () => {
    const [chunk = []] = shop.contacts;
    const customer = chunk.find(({ conversations }) => conversations.length > 0);
    if (customer === undefined) throw new Error("Nobody in the shop has a chat.");
    const change = (marketing: "accepts" | "stopped" | "held_out") =>
      ({ type: "contact_changed", waId: customer.waId, change: { marketing } }) as const;
    const stopped = apply(shop, change("stopped"));
    const told = changesBetween(stopped, apply(stopped, change("accepts")));
    expect(told).toHaveLength(customer.conversations.length);
    const value = at(told[0]?.body, "entry", 0, "changes", 0, "value");
    expect(at(value, "user_preferences", 0, "value")).toBe("resume");
    expect(at(value, "contacts", 0, "profile", "name")).toBe(customer.profileName);
    const accepting = apply(stopped, change("accepts"));
    expect(changesBetween(accepting, apply(accepting, change("held_out")))).toEqual([]);
  });

  it("names the moment when a pause ended, however far the clock jumps", () => {
    const paused = apply(shop, { type: "template_changed", templateId, change: { status: "PAUSED" } });
    const later = apply(paused, { type: "time_passed", ms: 100 * 3_600_000 });
    const resumed = changesBetween(paused, later).filter(
      ({ body }) => at(body, "entry", 0, "changes", 0, "value", "message_template_name") === "order_update",
    );
    expect(resumed).toHaveLength(1);
    expect(resumed[0]?.at).toBe(shop.clock + 3 * 3_600_000);
    expect(member(at(resumed[0]?.body, "entry", 0, "changes", 0, "value"), "event")).toBe("APPROVED");
  });
});
