import { describe, expect, it } from "vitest";
import { knownErrorCodes } from "../../../../../src/integrations/whatsapp/errors";
import { sendWebhooks } from "../../../../../src/integrations/whatsapp/server/webhooks/due";
import { seedWorld } from "../../../../../src/integrations/whatsapp/simulator/index";
import { at, text } from "../simulator/client";
import { causes, type HttpCause, troubles } from "./http-causes";
import { lateCauses } from "./late-http-causes";
import { bodyOf, Inbox, served, serving } from "./served";

function named({ why, error, ...cause }: HttpCause) {
  return { ...cause, error, name: `${error.code}: ${why}` };
}

describe("an error's body over HTTP", () => {
  it.each([...causes, ...troubles].map(named))("$name", async (cause) => {
    const world = (cause.world ?? ((shop) => shop))(seedWorld());
    const { base, token, phoneNumberId, wabaId } = await served(world);
    const path = cause.path.replace("PHONE", phoneNumberId).replace("WABA", wabaId);
    const used = cause.token === undefined ? token : cause.token;
    const response = await fetch(`${base}/${cause.version ?? "v26.0"}${path}`, {
      method: cause.method ?? (cause.body === undefined ? "GET" : "POST"),
      headers: used === null ? {} : { Authorization: `Bearer ${used}` },
      body: cause.body === undefined ? null : JSON.stringify(cause.body),
    });
    expect([response.status, await response.json()]).toEqual([cause.status, { error: cause.error }]);
    expect(response.headers.get("content-type")).toBe("application/json; charset=UTF-8");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("a failure that only a webhook reports", () => {
  it.each(lateCauses.map((one) => ({ ...one, name: `${one.code}: ${one.why}` })))("$name", async (cause) => {
    const first = (cause.world ?? ((shop) => shop))(seedWorld());
    const { base, world, token, phoneNumberId, wabaId } = await served(first);
    const inbox = new Inbox<unknown>();
    const url = await serving(async (incoming, outgoing) => {
      inbox.put(JSON.parse((await bodyOf(incoming)).toString("utf8")));
      outgoing.end();
    });
    const subscription = { url, appSecret: null, verifyToken: null, version: 26 };
    const delivery = sendWebhooks(world, subscription, (line) => inbox.put(line));
    const response = await fetch(`${base}/v26.0/${phoneNumberId}/messages`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ messaging_product: "whatsapp", to: cause.to, ...cause.content }),
    });
    expect(response.status).toBe(200);
    const id = text(at(await response.json(), "messages", 0, "id"));
    world.act([{ type: "time_passed", ms: 3_600_000 }]);
    const error = {
      code: cause.code,
      title: cause.title,
      message: cause.title,
      error_data: { details: cause.details },
      href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
    };
    const status = {
      id,
      status: "failed",
      timestamp: expect.stringMatching(/^1\d{9}$/),
      recipient_id: cause.to,
      errors: [error],
    };
    const value = {
      messaging_product: "whatsapp",
      metadata: {
        display_phone_number: first.accounts[0]?.phoneNumber,
        phone_number_id: phoneNumberId,
      },
      statuses: [status],
    };
    expect(await inbox.next()).toEqual({
      object: "whatsapp_business_account",
      entry: [{ id: wabaId, changes: [{ value, field: "messages" }] }],
    });
    delivery.stop();
  });
});

it("has a row for every code that can arise", () => {
  const inAnswers = [...causes, ...troubles].map(({ error }) => error.code);
  const byWebhook = lateCauses.map(({ code }) => code);
  expect(new Set([...inAnswers, ...byWebhook])).toEqual(new Set(knownErrorCodes));
});
