import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apply,
  receive,
  seedWorld,
  type World,
} from "../../../../../src/integrations/whatsapp/simulator/index";
import {
  userIdOf,
  waIdOfUser,
} from "../../../../../src/integrations/whatsapp/simulator/messages/send-to-user";
import { sample } from "../../../../support/sample";
import { at, Client, errorOf, sentId, whatsappError } from "./client";

const maya = "15551234567";
const hi = { messaging_product: "whatsapp", type: "text", text: { body: "Hi" } };

/** The shop and these contacts. */
function knowing(waIds: readonly string[]): World {
  const seed = seedWorld();
  const phoneNumberId = seed.accounts[0]?.phoneNumberId ?? "";
  return waIds.reduce((world, waId) => apply(world, receive(world, phoneNumberId, waId, "Hi")), seed);
}

describe("business-scoped user IDs", () => {
  it("look like Meta's: country, dot, twenty digits", () => {
    expect(userIdOf(seedWorld(), maya)).toMatch(/^US\.\d{20}$/);
    expect(userIdOf(seedWorld(), "447700900142")).toMatch(/^GB\.\d{20}$/);
    expect(userIdOf(seedWorld(), "33639980123")).toMatch(/^FR\.\d{20}$/);
  });

  it("lead back to their own contact, and in no other portfolio", () => {
    const waId = fc.stringMatching(/^[1-9]\d{4,15}$/);
    fc.assert(
      fc.property(fc.uniqueArray(waId, { minLength: 2, maxLength: 5 }), (waIds) => {
        const world = knowing(waIds);
        const ids = waIds.map((one) => userIdOf(world, one));
        expect(new Set(ids).size).toBe(waIds.length);
        expect(ids.map((id) => waIdOfUser(world, id))).toEqual(waIds);
        const elsewhere = { ...world, business: { ...world.business, id: "1" } };
        for (const id of ids) expect(waIdOfUser(elsewhere, id)).toBeNull();
      }),
      { numRuns: sample(50) },
    );
  });

  it("receive messages through recipient: the answer names the user and no number", () => {
    const client = new Client();
    const userId = userIdOf(client.world, maya);
    const answer = client.post({ ...hi, recipient: userId });
    expect(answer.status).toBe(200);
    expect(at(answer.body, "contacts")).toEqual([{ input: userId, user_id: userId }]);
    client.wait(10_000);
    expect(client.message(sentId(answer))).toMatchObject({ to: maya, message_status: "read" });
  });

  it("are overridden by the number if both are given", () => {
    const client = new Client();
    const userId = userIdOf(client.world, maya);
    const both = client.post({ ...hi, to: "+15551234567", recipient: userId });
    expect(at(both.body, "contacts")).toEqual([{ input: "+15551234567", wa_id: maya, user_id: userId }]);
    const other = client.post({ ...hi, to: "447700900142", recipient: userId });
    expect(at(other.body, "contacts")).toEqual([{ input: "447700900142", wa_id: "447700900142" }]);
  });

  it("cannot receive authentication templates: 131062", () => {
    const client = new Client();
    const code = { type: "text", text: "493027" };
    const template = {
      name: "login_code",
      language: { code: "en_US" },
      components: [
        { type: "body", parameters: [code] },
        { type: "button", sub_type: "url", index: "0", parameters: [code] },
      ],
    };
    const refused = client.post({
      messaging_product: "whatsapp",
      recipient: userIdOf(client.world, maya),
      type: "template",
      template,
    });
    expect(errorOf(refused)).toEqual(
      whatsappError(
        400,
        131062,
        "Business-scoped User ID (BSUID) recipients are not supported for this message.",
        "Authentication templates cannot be sent to a Business-scoped User ID (BSUID).",
      ),
    );
  });

  it.each([
    "US.1",
    "15551234567",
    "GB.00000000000000000001",
    "US.١٢٣",
    userIdOf(seedWorld(), maya).replace("US", "CA"),
  ])("are refused if unknown: %s, 131009", (recipient) => {
    expect(errorOf(new Client().post({ ...hi, recipient }))).toMatchObject({
      status: 400,
      error: { code: 131009 },
    });
  });

  it("do not get around a number that may not send: 133010", () => {
    const seed = seedWorld();
    const accounts = seed.accounts.map((one) => ({ ...one, state: "not_registered" as const }));
    const client = new Client({ ...seed, accounts });
    expect(errorOf(client.post({ ...hi, recipient: userIdOf(seed, maya) }))).toMatchObject({
      error: { code: 133010 },
    });
  });
});
