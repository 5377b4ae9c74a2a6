import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { receive, seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import {
  isBeyondLimit,
  reachedPeople,
} from "../../../../../src/integrations/whatsapp/simulator/messages/portfolio";
import { strangerContact } from "../../../../../src/integrations/whatsapp/simulator/world/contact";
import { sample } from "../../../../support/sample";
import { at, Client, sentId } from "./client";

const day = 24 * 3_600_000;

function fails(client: Client, to: string): unknown {
  const id = sentId(client.sendTemplate("hello_world", undefined, { to }));
  client.wait(60_000);
  return at(client.message(id), "errors", 0, "code") ?? null;
}

/** The shop with all but `left` of 250 people reached, half an hour ago. */
function nearLimit(left: number): World {
  const shop = seedWorld();
  const reached = [{ since: shop.clock - (shop.clock % 600_000) - 1_800_000, count: 250 - left }];
  return { ...shop, business: { ...shop.business, messagingLimit: "TIER_250", reached } };
}

describe("the portfolio's messaging limit", () => {
  it("counts different people, not messages", () => {
    const client = new Client(nearLimit(2));
    expect(fails(client, "61491570156")).toBeNull();
    expect(fails(client, "61491570156")).toBeNull();
    expect(fails(client, "33639980123")).toBeNull();
    expect(fails(client, "15550100175")).toBe(131048);
    expect(fails(client, "61491570156")).toBeNull();
  });

  it("is the same for all numbers of the business", () => {
    const client = new Client(nearLimit(1));
    expect(fails(client, "61491570156")).toBeNull();
    const other = new Client(client.world, "support");
    expect(fails(other, "33639980123")).toBe(131048);
  });

  it("does not count people who wrote within a day, nor messages that fail", () => {
    const client = new Client(nearLimit(1));
    client.take([receive(client.world, client.phoneNumberId, "33639980123", "Hello?")]);
    expect(fails(client, "33639980123")).toBeNull();
    expect(fails(client, "353209150204")).toBe(131026);
    expect(fails(client, "61491570156")).toBeNull();
    expect(fails(client, "15550100175")).toBe(131048);
  });

  it("is reset a day later", () => {
    const client = new Client(nearLimit(0));
    expect(fails(client, "61491570156")).toBe(131048);
    client.wait(day);
    expect(fails(client, "61491570156")).toBeNull();
  });

  it("is shown by the phone number", () => {
    const client = new Client(nearLimit(0));
    const path = `/${client.phoneNumberId}?fields=whatsapp_business_manager_messaging_limit`;
    expect(client.get(path).body).toMatchObject({ whatsapp_business_manager_messaging_limit: "TIER_250" });
  });

  it("agrees with a plain count of the people reached, within ten minutes", () => {
    const people = ["61491570156", "33639980123", "15550100175", "15550100117", "447700900142"];
    const move = fc.record({
      to: fc.constantFrom(...people),
      wait: fc.integer({ min: 0, max: 10 * 3_600_000 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const shop = seedWorld();
        const client = new Client({ ...shop, contacts: [], messages: [] });
        for (const { to, wait } of moves) {
          client.wait(wait);
          client.sendTemplate("hello_world", undefined, { to });
        }
        const now = client.world.clock;
        const within = (span: number) =>
          new Set(
            client.world.messages
              .flat()
              .flatMap((one) =>
                one.direction === "outbound" && now - one.acceptedAt < span ? [one.waId] : [],
              ),
          ).size;
        const counted = reachedPeople(client.world.business, now);
        expect(counted).toBeLessThanOrEqual(within(day));
        expect(counted).toBeGreaterThanOrEqual(within(day - 600_000));
      }),
      { numRuns: sample(50) },
    );
  });

  it("does not apply to a business without a limit", () => {
    const { business, clock } = nearLimit(0);
    const contact = strangerContact("61491570156");
    expect(isBeyondLimit({ ...business, messagingLimit: "TIER_2K" }, contact, clock)).toBe(false);
    expect(isBeyondLimit({ ...business, messagingLimit: "TIER_UNLIMITED" }, contact, clock)).toBe(false);
  });
});
