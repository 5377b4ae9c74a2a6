import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWorld, type WorldEvent } from "../../../../../src/integrations/whatsapp/simulator/index";
import { sample } from "../../../../support/sample";
import { Client, errorOf } from "./client";
import { paced } from "./late-causes";

const hour = 3_600_000;

/** A client, and the template of that name in its world. */
function watching(name: string, client = new Client()) {
  const id = client.world.templates.find((one) => one.name === name)?.id ?? "";
  const status = () => client.world.templates.find((one) => one.id === id)?.status;
  const tell = (change: Extract<WorldEvent, { type: "template_changed" }>["change"]) =>
    client.take([{ type: "template_changed", templateId: id, change }]);
  return { client, status, tell };
}

describe("a paused template", () => {
  it("resumes after 3 hours, the next time after 6, and is disabled the third time", () => {
    const { client, status, tell } = watching("order_update");
    tell({ status: "PAUSED" });
    client.wait(3 * hour - 1);
    expect(status()).toBe("PAUSED");
    client.wait(1);
    expect(status()).toBe("APPROVED");
    tell({ status: "PAUSED" });
    client.wait(6 * hour - 1);
    expect(status()).toBe("PAUSED");
    client.wait(1);
    expect(status()).toBe("APPROVED");
    tell({ status: "PAUSED" });
    expect(status()).toBe("DISABLED");
    client.wait(1000 * hour);
    expect(status()).toBe("DISABLED");
  });

  it("resumes even if the world began with it paused", () => {
    const { client, status } = watching("restock_alert");
    const parts = [{ type: "body", parameters: [{ type: "text", text: "Sencha" }] }];
    expect(errorOf(client.sendTemplate("restock_alert", parts))).toMatchObject({ error: { code: 132015 } });
    client.wait(3 * hour);
    expect(status()).toBe("APPROVED");
    expect(client.sendTemplate("restock_alert", parts).status).toBe(200);
  });

  it("counts a pause that a person ended", () => {
    const { client, status, tell } = watching("order_update");
    tell({ status: "PAUSED" });
    tell({ status: "APPROVED" });
    tell({ status: "PAUSED" });
    client.wait(3 * hour);
    expect(status()).toBe("PAUSED");
    client.wait(3 * hour);
    expect(status()).toBe("APPROVED");
  });

  it("waits for a person if pacing paused it", () => {
    const client = new Client(paced({ freeMessages: 0 })(new Client().world));
    const parts = [
      {
        type: "body",
        parameters: ["Order #1", "packed"].map((text) => ({ type: "text", text })),
      },
    ];
    client.sendTemplate("order_update", parts, { language: "en" });
    client.wait(10 * 60_000);
    const status = () =>
      client.world.templates.find((one) => one.name === "order_update" && one.language === "en")?.status;
    expect(status()).toBe("PAUSED");
    client.wait(1000 * hour);
    expect(status()).toBe("PAUSED");
  });

  it("keeps its world readable, whatever happens to it", () => {
    const step = fc.oneof(
      fc.constantFrom("PAUSED", "APPROVED", "DISABLED", "REJECTED"),
      fc.integer({ min: 0, max: 8 * hour }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const { client, status, tell } = watching("order_update");
        for (const one of steps) {
          if (typeof one === "number") client.wait(one);
          else tell({ status: one as "PAUSED" });
        }
        const read = parseWorld(JSON.parse(JSON.stringify(client.world)));
        expect(read.ok && read.value).toEqual(client.world);
        client.wait(6 * hour);
        expect(status()).not.toBe("PAUSED");
      }),
      { numRuns: sample(100) },
    );
  });
});
