import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownErrorCodes } from "../../../../../src/integrations/whatsapp/errors/index";
import {
  apply,
  parseEvents,
  parseWorld,
  seedWorld,
  type World,
} from "../../../../../src/integrations/whatsapp/simulator/index";
import { patience } from "../../../../../src/integrations/whatsapp/simulator/respond";
import { type Fault, operations } from "../../../../../src/integrations/whatsapp/simulator/world/fault";
import { sample } from "../../../../support/sample";
import { Client } from "./client";

const when = fc.constantFrom("before" as const, "after" as const);

const effect: fc.Arbitrary<Fault["effect"]> = fc.oneof(
  fc.record({
    kind: fc.constant("error" as const),
    code: fc.constantFrom(...knownErrorCodes),
    subcode: fc.option(fc.nat({ max: 500 })),
  }),
  fc.record({
    kind: fc.constant("http" as const),
    status: fc.integer({ min: 200, max: 599 }),
    contentType: fc.constantFrom("text/html", "application/json"),
    body: fc.string(),
  }),
  fc.record({ kind: fc.constant("slow" as const), ms: fc.integer({ min: 0, max: 600_000 }) }),
  fc.record({ kind: fc.constant("timeout" as const), when }),
  fc.record({ kind: fc.constant("cut" as const), when }),
);

const fault: fc.Arbitrary<Fault> = fc.record({
  operation: fc.constantFrom(...operations, "any" as const),
  from: fc.integer({ min: 1, max: 4 }),
  count: fc.option(fc.integer({ min: 1, max: 3 })),
  effect,
});

/** One call of each kind, in turn. */
function requests(client: Client) {
  const messages = `/${client.phoneNumberId}/messages`;
  const hello = { messaging_product: "whatsapp", to: "15551234567", text: { body: "Hello" } };
  const template = { name: "hello_world", language: { code: "en_US" } };
  return [
    client.request("POST", messages, hello),
    client.request("POST", messages, { ...hello, type: "template", template }),
    client.request("GET", "/me"),
    client.request("GET", `/${client.wabaId}/message_templates`),
  ];
}

describe("any list of faults", () => {
  it("gives each call a reply within the time a client waits, and leaves a readable world", () => {
    fc.assert(
      fc.property(fc.array(fault, { maxLength: 5 }), (faults) => {
        const client = new Client({ ...seedWorld(), faults });
        for (const request of [...requests(client), ...requests(client)]) {
          const before = client.world;
          const reply = client.send(request);
          const passed = client.world.clock - before.clock;
          expect(passed).toBeGreaterThan(0);
          expect(passed).toBeLessThanOrEqual(patience);
          if (reply.kind === "lost" && reply.how === "timeout") expect(passed).toBe(patience);
        }
        expect(parseEvents(JSON.parse(JSON.stringify(client.events))).ok).toBe(true);
        expect(parseWorld(JSON.parse(JSON.stringify(client.world))).ok).toBe(true);
      }),
      { numRuns: sample(50, 2_000) },
    );
  });

  it("has no effect once it is over: calls behave as in a world without it", () => {
    fc.assert(
      fc.property(effect, (one) => {
        const faults: Fault[] = [{ operation: "any", from: 1, count: 2, effect: one }];
        const client = new Client({ ...seedWorld(), faults });
        for (const request of requests(client).slice(0, 2)) client.send(request);
        for (const request of requests(client)) {
          expect(client.call(request).status).toBe(200);
        }
      }),
      { numRuns: sample(30) },
    );
  });

  it("a fault before the call loses the message, one after it keeps it", () => {
    const sentBy = (place: "before" | "after", how: "cut" | "timeout"): number => {
      const faults: Fault[] = [
        { operation: "send_message", from: 1, count: 1, effect: { kind: how, when: place } },
      ];
      const client = new Client({ ...seedWorld(), faults });
      const [request] = requests(client);
      if (request === undefined) throw new Error("no request");
      expect(client.send(request)).toEqual({ kind: "lost", how });
      return client.world.messages.flat().length - seedWorld().messages.flat().length;
    };
    for (const how of ["cut", "timeout"] as const) {
      expect(sentBy("before", how)).toBe(0);
      expect(sentBy("after", how)).toBe(1);
    }
  });
});

it.each([
  [7, null, 400, "(#7) API Unknown"],
  [210, null, 403, "(#210) Permissions error"],
  [190, 458, 401, "Error validating access token: The user has not authorized the application."],
])("an error is described by its code, listed or not: %s/%s", (code, subcode, status, message) => {
  const faults: Fault[] = [{ operation: "any", from: 1, count: 1, effect: { kind: "error", code, subcode } }];
  const read = parseWorld({ ...seedWorld(), faults });
  if (!read.ok) throw new Error(read.message);
  const { body, ...answer } = new Client(read.value).get("/me");
  expect(answer.status).toBe(status);
  expect(body).toMatchObject({ error: { code, message } });
});

describe("any value as a world", () => {
  const seed: World = seedWorld();
  const fields = Object.keys(seed);

  it("is read or refused with a sentence, never with an exception", () => {
    const document = fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(fc.constantFrom(1, 2, 3), fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()))
        .map(([version, changed]) => ({ ...seed, ...changed, version })),
    );
    fc.assert(
      fc.property(document, (value) => {
        const parsed = parseWorld(value);
        if (parsed.ok) expect(apply(parsed.value, { type: "time_passed", ms: 1 }).version).toBe(2);
        else expect(parsed.message).toMatch(/\S.*\.$/s);
      }),
      { numRuns: sample(100, 5_000) },
    );
  });
});
