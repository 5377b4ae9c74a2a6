import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apply,
  parseEvents,
  parseWorld,
  pressButton,
  receive,
  seedWorld,
  type World,
  type WorldEvent,
} from "../../../../../src/integrations/whatsapp/simulator/index";
import { userIdOf } from "../../../../../src/integrations/whatsapp/simulator/messages/send-to-user";
import { respond } from "../../../../../src/integrations/whatsapp/simulator/respond";
import { allRoutes } from "../../../../../src/integrations/whatsapp/simulator/routes";
import { type HttpRequest, header } from "../../../../../src/shared/http-message";
import { sample } from "../../../../support/sample";
import { at, Client, items } from "./client";

const seed = seedWorld();
const someone = new Client();
const numbers = [
  "15551234567",
  "447700900142",
  "15550100117",
  "61491570737",
  "5531987654321",
  "212 555 0142",
];

/** JSON that looks like a send, with anything at all in some places. */
const almostSend = fc.record(
  {
    messaging_product: fc.oneof({ weight: 5, arbitrary: fc.constant("whatsapp") }, fc.jsonValue()),
    to: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...numbers) }, fc.jsonValue()),
    type: fc.oneof({ weight: 5, arbitrary: fc.constantFrom("text", "template") }, fc.jsonValue()),
    text: fc.oneof(fc.record({ body: fc.oneof(fc.string(), fc.jsonValue()) }), fc.jsonValue()),
    template: fc.oneof(
      fc.record({
        name: fc.constantFrom(...seed.templates.map((one) => one.name)),
        language: fc.record({ code: fc.constantFrom("en", "en_US") }),
        components: fc.oneof(
          fc.array(
            fc.record(
              {
                type: fc.oneof(fc.constantFrom("header", "body", "button"), fc.jsonValue()),
                sub_type: fc.constantFrom("url", "quick_reply", "copy_code", "phone_number"),
                index: fc.oneof(fc.integer({ min: -1, max: 12 }), fc.jsonValue()),
                parameters: fc.array(
                  fc.oneof(
                    fc.record({ type: fc.constant("text"), text: fc.string(), parameter_name: fc.string() }),
                    fc.jsonValue(),
                  ),
                ),
              },
              { requiredKeys: [] },
            ),
          ),
          fc.jsonValue(),
        ),
      }),
      fc.jsonValue(),
    ),
    recipient: fc.oneof(fc.constant(userIdOf(seed, "15551234567")), fc.jsonValue()),
    recipient_type: fc.oneof(fc.constantFrom("individual", "group"), fc.jsonValue()),
    status: fc.oneof(fc.constant("read"), fc.jsonValue()),
    context: fc.jsonValue(),
    biz_opaque_callback_data: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

function isWellFormed(request: HttpRequest): void {
  const { reply, events } = respond(seed, request, allRoutes);
  if (reply.kind === "lost") throw new Error("no answer");
  const { response } = reply;
  const body = JSON.parse(response.body);
  expect(header(response.headers, "content-type")).toContain("application/json");
  for (const value of Object.values(response.headers)) expect(value).toMatch(/^[ -~]*$/);
  if (response.status === 200) expect(body).not.toHaveProperty("error");
  else {
    expect(body.error).toMatchObject({
      message: expect.any(String),
      type: expect.stringMatching(/^(OAuth|GraphMethod)Exception$/),
      code: expect.any(Number),
      fbtrace_id: expect.any(String),
    });
  }
  expect(parseEvents(JSON.parse(JSON.stringify(events))).ok).toBe(true);
  const next = events.reduce(apply, seed);
  expect(next.clock).toBeGreaterThan(seed.clock);
  expect(parseWorld(JSON.parse(JSON.stringify(next))).ok).toBe(true);
}

describe("any request", () => {
  it("with any JSON as its body gets a well-formed response", () => {
    const path = `/${someone.phoneNumberId}/messages`;
    const body = fc.oneof(fc.jsonValue(), almostSend, fc.string());
    fc.assert(
      fc.property(body, (value) => isWellFormed(someone.request("POST", path, value))),
      { numRuns: sample(100, 5_000) },
    );
  });

  it("to any address with any query and token gets a well-formed response", () => {
    const segment = fc.oneof(
      fc.constantFrom(
        someone.phoneNumberId,
        someone.wabaId,
        "me",
        "message_templates",
        "contacts",
        "messages",
        "v26.0",
        "v1",
        "v30.1",
      ),
      fc.string(),
      fc.constantFrom("%", "%zz", "..", "wamid.HBgM..."),
    );
    const nodes = [someone.phoneNumberId, someone.wabaId, "me", "debug_token", "770000000000001"];
    const edges = ["message_templates", "phone_numbers", "message_history", "events", "contacts"];
    const place = fc.oneof(
      fc.array(segment, { maxLength: 4 }),
      fc.tuple(fc.constantFrom(...nodes, seed.templates[0]?.id ?? "")),
      fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...edges)),
    );
    const names = [
      ...["limit", "after", "before", "fields", "summary", "access_token", "input_token", "message_id"],
      ...["status_filter", "name", "status", "category", "language", "quality_score", "content"],
      "name_or_content",
    ];
    const values = [
      ...["id", "events{delivery_status}", "components{type}", "health_status", "[", '["APPROVED","PAUSED"]'],
      ...["approved", "total_count", "SENT", "es,en", "{}", ",,"],
    ];
    const query = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.constantFrom(...values), fc.string(), fc.nat().map(String)),
    );
    const method = fc.constantFrom("GET" as const, "POST" as const, "DELETE" as const, "OPTIONS" as const);
    const token = fc.oneof(fc.constant(someone.token ?? ""), fc.string());
    fc.assert(
      fc.property(place, query, method, token, (path, parameters, verb, secret) => {
        const url = `https://graph.facebook.com/${path.join("/")}?${new URLSearchParams(parameters)}`;
        isWellFormed({ method: verb, url, headers: { authorization: `Bearer ${secret}` }, body: null });
      }),
      { numRuns: sample(120, 5_000) },
    );
    isWellFormed({ method: "GET", url: "not an address", headers: {}, body: null });
  });
});

const steps = ["accepted", "held_for_quality_assessment", "sent", "delivered", "read"];

type Move =
  | { readonly kind: "text" | "template" | "invite"; readonly to: string }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "reply"; readonly from: string }
  | { readonly kind: "press"; readonly message: number; readonly button: number }
  | { readonly kind: "change"; readonly waId: string; readonly change: ContactChange }
  | { readonly kind: "look" };

type ContactChange = Extract<WorldEvent, { type: "contact_changed" }>["change"];

const change: fc.Arbitrary<ContactChange> = fc.record(
  {
    blockedBy: fc.constantFrom(null, "contact" as const, "business" as const),
    behaviour: fc.constantFrom(
      "reads_at_once" as const,
      "reads_late" as const,
      "never_reads" as const,
      "phone_off" as const,
      "no_whatsapp" as const,
    ),
    marketing: fc.constantFrom("accepts" as const, "stopped" as const, "held_out" as const),
    profileName: fc.option(fc.string()),
  },
  { requiredKeys: [] },
);

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("text" as const, "template" as const, "invite" as const),
    to: fc.constantFrom(...numbers),
  }),
  fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 30 * 3_600_000 }) }),
  fc.record({ kind: fc.constant("reply" as const), from: fc.constantFrom(...numbers.slice(0, 4)) }),
  fc.record({
    kind: fc.constant("press" as const),
    message: fc.nat({ max: 40 }),
    button: fc.nat({ max: 3 }),
  }),
  fc.record({ kind: fc.constant("change" as const), waId: fc.constantFrom(...numbers.slice(0, 4)), change }),
  fc.record({ kind: fc.constant("look" as const) }),
);

/** What `tasting_reminder`, which has two buttons to press, is filled with. */
const invitation = [
  { type: "header", parameters: [{ type: "image", image: { id: "1" } }] },
  {
    type: "body",
    parameters: ["first_name", "day", "time"].map((name) => ({
      type: "text",
      parameter_name: name,
      text: name,
    })),
  },
];

/** The shop with a pacing that drops, so that templates change their status on the way. */
const lively: World = {
  ...seed,
  pacing: seed.templates
    .filter((one) => one.name === "hello_world")
    .map((one) => ({
      templateId: one.id,
      freeMessages: 2,
      accepted: 0,
      holdMs: 3_600_000,
      decidedAt: null,
      outcome: one.language === "en" ? ("released" as const) : ("dropped" as const),
    })),
};

describe("any sequence of calls, replies and waiting", () => {
  it("keeps ids unique, statuses moving forward and windows closed until someone writes", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const client = new Client(lively);
        const seen = new Map<string, number>();
        const windows = () => openedAt(client.world);
        for (const step of moves) {
          const before = windows();
          if (step.kind === "wait") client.wait(step.ms);
          else if (step.kind === "reply") {
            client.world = apply(client.world, receive(client.world, client.phoneNumberId, step.from, "Hi"));
          } else if (step.kind === "text") client.sendText(step.to);
          else if (step.kind === "template") client.sendTemplate("hello_world", undefined, { to: step.to });
          else if (step.kind === "invite")
            client.sendTemplate("tasting_reminder", invitation, { to: step.to });
          else if (step.kind === "change") {
            client.take([{ type: "contact_changed", waId: step.waId, change: step.change }]);
          } else if (step.kind === "press") press(client, step.message, step.button);
          else look(client, seen);
          if (step.kind !== "reply" && step.kind !== "press") expect(windows()).toEqual(before);
        }
        const ids = client.world.messages.flat().map((one) => one.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const contact of client.world.contacts.flat()) {
          for (const { phoneNumberId, lastInboundAt } of contact.conversations) {
            const wrote = client.world.messages
              .flat()
              .some(
                (one) =>
                  one.direction === "inbound" &&
                  one.waId === contact.waId &&
                  one.phoneNumberId === phoneNumberId,
              );
            expect(lastInboundAt !== null).toBe(wrote);
          }
        }
      }),
      { numRuns: sample(30) },
    );
  });

  it("pages through any number of templates with any limit, each once, forwards and backwards", () => {
    const [hello] = seed.templates;
    if (hello === undefined) throw new Error("no template");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 70 }),
        fc.boolean(),
        (count, limit, filter) => {
          const templates = Array.from({ length: count }, (_, index) => ({
            ...hello,
            name: `t_${index}`,
            id: String(1e6 + index),
            status: index % 3 === 0 ? ("PAUSED" as const) : ("APPROVED" as const),
          }));
          const client = new Client({ ...seed, templates });
          const wanted = templates.filter((one) => !filter || one.status === "PAUSED").map((one) => one.id);
          const base = `https://graph.facebook.com/${client.version}/${client.wabaId}/message_templates`;
          const url = `${base}?fields=id&limit=${limit}${filter ? "&status=PAUSED" : ""}`;
          const there = walk(client, url, "next");
          expect(there.ids.flat()).toEqual(wanted);
          const back = walk(client, there.last, "previous");
          expect(back.ids.reverse().flat()).toEqual(wanted);
        },
      ),
      { numRuns: sample(30) },
    );
  });
});

/** When each contact who wrote did so last, by contact and business number. */
function openedAt(world: World): Readonly<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const { waId, conversations } of world.contacts.flat()) {
    for (const { phoneNumberId, lastInboundAt } of conversations) {
      if (lastInboundAt !== null) times[`${waId} ${phoneNumberId}`] = lastInboundAt;
    }
  }
  return times;
}

/** Presses a button of one of the messages, if it has one. */
function press(client: Client, message: number, button: number): void {
  const id = client.world.messages.flat()[message]?.id ?? "wamid.none";
  const event = pressButton(client.world, id, button);
  if (event !== null) client.take([event]);
}

function look(client: Client, seen: Map<string, number>): void {
  for (const message of client.world.messages.flat()) {
    if (message.direction === "inbound") continue;
    const status = String(at(client.message(message.id), "message_status"));
    const rank = status === "failed" ? steps.length : steps.indexOf(status);
    expect(rank).toBeGreaterThanOrEqual(seen.get(message.id) ?? 0);
    seen.set(message.id, rank);
  }
}

function walk(client: Client, from: string, direction: "next" | "previous") {
  const ids: unknown[][] = [];
  let url = from;
  for (;;) {
    const { body } = client.call({ ...client.request("GET", "/"), url });
    const page = JSON.parse(body);
    ids.push(items(page.data).map((one) => at(one, "id")));
    const further = at(page, "paging", direction);
    if (typeof further !== "string") return { ids, last: url };
    url = further;
  }
}
