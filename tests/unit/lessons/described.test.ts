import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { judge } from "../../../src/lessons/checks/judge";
import type { Check } from "../../../src/lessons/format/check-schema";
import type { CountRule } from "../../../src/lessons/format/match-schema";
import { withPlaceholders } from "../../../src/lessons/format/placeholders";
import { type LessonOutcome, runOver } from "../../../src/lessons/outcome";
import { sample } from "../../support/sample";
import { runInNode } from "./trial";

const PEOPLE = ["15551234567", "447700900142", "15550100117"] as const;
const WORDS = ["welcome", "hello", "bye"] as const;

/** A message that a script sends: no two have the same text. */
interface Sent {
  readonly to: string;
  readonly body: string;
}

const messages = fc
  .array(fc.record({ to: fc.constantFrom(...PEOPLE), word: fc.constantFrom(...WORDS) }), { maxLength: 5 })
  .map((list) => list.map(({ to, word }, at): Sent => ({ to, body: `${word} ${at}` })));

const rule = fc.record(
  {
    exactly: fc.nat({ max: 3 }),
    atMost: fc.nat({ max: 3 }),
    atLeast: fc.nat({ max: 3 }),
  },
  { requiredKeys: [] },
);

const wanted = fc.record({
  to: fc.option(fc.constantFrom(...PEOPLE)),
  word: fc.constantFrom(...WORDS),
  count: fc.oneof(rule, fc.constant({ exactly: 0 }), fc.constant({ atLeast: 1 })),
  namesRecipient: fc.boolean(),
});

/** Both kinds of check that look for texts with a word in them, to somebody or to anybody. */
function checks({
  to,
  word,
  count,
  namesRecipient,
}: typeof wanted extends fc.Arbitrary<infer T> ? T : never) {
  const body = { contains: word };
  const say = namesRecipient ? "{to} got {seen}." : "Got {seen}.";
  const common = { id: "c", count } as const;
  const both: readonly Check[] = [
    { ...common, kind: "messages", say, body, ...(to === null ? {} : { to }) },
    { ...common, kind: "calls", say: "{seen}", with: { body, ...(to === null ? {} : { to }) } },
  ];
  return both.filter(({ kind }) => kind === "messages" || !namesRecipient);
}

const outcomeOf = (sent: readonly Sent[], more = ""): Promise<LessonOutcome> => {
  const source = sent
    .map(({ to, body }) => `app.integrations.whatsapp.send_message{ to = "${to}", body = "${body}" }`)
    .concat(more)
    .join("\n");
  return runOver(seedWorld(), { name: "a.lua", source }, runInNode);
};
const never = () => false;
const declarative = (check: Check, outcome: LessonOutcome) =>
  check.kind === "lua" ? null : judge(check, outcome, never);

describe("what a sentence describes", () => {
  test("is one that should not be there, or an intended one with a mistake", async () => {
    await fc.assert(
      fc.asyncProperty(messages, wanted, async (sent, want) => {
        const outcome = await outcomeOf(sent);
        const fits = (one: Sent) =>
          one.body.startsWith(want.word) && (want.to === null || one.to === want.to);
        const { exactly, atMost }: CountRule = want.count;
        const most = exactly ?? atMost ?? Number.POSITIVE_INFINITY;
        const tooMany = sent.filter(fits).length > most;
        for (const check of checks(want)) {
          const seen = declarative(check, outcome);
          if (seen === null) continue;
          const described = sent.find(({ body }) => seen.seen === `"${body}"`);
          if (tooMany) expect(described).toEqual(sent.filter(fits)[most]);
          else if (described === undefined) expect(seen.seen).toBe("nothing");
          else {
            expect(fits(described)).toBe(false);
            if (!want.namesRecipient && want.to !== null) expect(described.to).toBe(want.to);
            if (check.kind === "messages") expect(seen.to).toBe(described.to);
          }
        }
      }),
      { numRuns: sample(40, 1_000) },
    );
  });

  test("is the message that failed, not the first one that did not", async () => {
    // Maya's window is open, nobody knows the other.
    const outcome = await outcomeOf([
      { to: "15551234567", body: "welcome" },
      { to: "447700900999", body: "welcome, stranger" },
    ]);
    const check = { id: "c", kind: "messages", status: "failed", count: { exactly: 0 }, say: "" } as const;
    expect(declarative(check, outcome)).toMatchObject({ to: "447700900999", code: "131047" });
  });

  test("is the call that is not allowed", async () => {
    const outcome = await outcomeOf(
      [],
      `for _, limit in ipairs({ 5, 100 }) do app.integrations.whatsapp.list_contacts{ limit = limit } end`,
    );
    const check = {
      id: "c",
      kind: "calls",
      function: "list_contacts",
      with: { limit: { not: 5 } },
      count: { exactly: 0 },
      say: "",
    } as const;
    expect(declarative(check, outcome)).toMatchObject({ seen: "100", count: "1" });
  });

  test("is nobody if nothing was sent to the intended person", async () => {
    const outcome = await outcomeOf([{ to: "447700900142", body: "hello" }]);
    const check = {
      id: "c",
      kind: "messages",
      to: "15551234567",
      body: { contains: "welcome" },
      count: { atLeast: 1 },
      say: "Maya got {seen}.",
    } as const;
    expect(declarative(check, outcome)).toMatchObject({ to: "nobody", seen: "nothing" });
  });

  test("is a list in braces, however short", async () => {
    const outcome = await outcomeOf([], "return { 130497 }");
    const check = { id: "c", kind: "returned", at: "", length: { exactly: 2 }, say: "" } as const;
    expect(declarative(check, outcome)).toMatchObject({ seen: "{ 130497 }" });
  });
});

test("words agree with the number before them", () => {
  const say = "{count|message was|messages were} sent.";
  const said = (count: string) => withPlaceholders(say, (name) => (name === "count" ? count : undefined));
  expect([said("0"), said("1"), said("2")]).toEqual([
    "0 messages were sent.",
    "1 message was sent.",
    "2 messages were sent.",
  ]);
});
