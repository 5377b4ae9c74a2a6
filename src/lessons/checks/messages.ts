import { type Outbound, stepsOf } from "../../integrations/whatsapp/simulator/page";
import type { CheckOf } from "../format/check-schema";
import type { Match } from "../format/match-schema";
import type { LessonOutcome } from "../outcome";
import { argumentsOf } from "./calls";
import { counts, culprit, matches, type PatternTest, type Seen, shown } from "./match";

/** A message that the run sent, and what has become of it a day later. */
interface SentMessage {
  readonly id: string;
  readonly account: string;
  /** Digits only. */
  readonly to: string;
  readonly type: "text" | "template";
  readonly template: string | null;
  readonly language: string | null;
  /** Of a template: with its gaps filled. */
  readonly body: string;
  readonly status: "accepted" | "sent" | "delivered" | "read" | "failed";
  /** Meta's error code if it failed. */
  readonly code: number | null;
  /** When it was accepted, in simulated milliseconds since the run began. */
  readonly at: number;
}

const DAY = 86_400_000;

/** The messages a run sent, oldest first. */
export function sentMessages({ before, after }: LessonOutcome): readonly SentMessage[] {
  const known = new Set(before.messages.flat().map(({ id }) => id));
  const names = new Map(after.accounts.map(({ phoneNumberId, name }) => [phoneNumberId, name]));
  return after.messages
    .flat()
    .filter((message): message is Outbound => message.direction === "outbound" && !known.has(message.id))
    .map((message) => {
      const { id, phoneNumberId, waId, content, acceptedAt, life } = message;
      const steps = stepsOf(acceptedAt, life, after.clock + DAY);
      return {
        id,
        account: names.get(phoneNumberId) ?? "",
        to: waId,
        type: content.type,
        template: content.type === "template" ? content.name : null,
        language: content.type === "template" ? content.language : null,
        body: content.type === "template" ? content.rendered.body : content.body,
        status: (steps.at(-1) ?? steps[0]).status,
        code: life.end === "fails" ? life.code : null,
        at: acceptedAt - before.clock,
      };
    });
}

/**
 * Counts messages in the world afterwards. Sets `count`, and from the first message too many, or else the nearest miss, `to`,
 * `seen` (its body), `status` and `code`. A message to somebody else is not a near miss for a sentence about a person.
 */
export function judgeMessages(
  check: CheckOf<"messages">,
  outcome: LessonOutcome,
  test: PatternTest,
): Seen | null {
  const rated = sentMessages(outcome).map((message) => ({ message, fits: fitting(check, message, test) }));
  const found = rated.filter(({ fits }) => fits.every(({ ok }) => ok));
  if (counts(check.count, found.length)) return null;
  const missed = rated.filter((one) => !found.includes(one));
  const namesRecipient = /\{to[}|]/.test(check.say);
  const odd = culprit(check.count, found, missed, ({ fits }) =>
    fits.some(({ field, ok }) => field === "to" && !ok && !namesRecipient)
      ? null
      : fits.filter(({ ok }) => ok).length,
  )?.message;
  return {
    count: String(found.length),
    to: odd?.to ?? "nobody",
    seen: shown(odd?.body),
    status: odd?.status ?? "never sent",
    code: String(odd?.code ?? "none"),
  };
}

/** The fields that a check asks for, and which of them a message has. */
function fitting(
  check: CheckOf<"messages">,
  message: SentMessage,
  test: PatternTest,
): readonly { readonly field: string; readonly ok: boolean }[] {
  const asked: readonly (readonly [keyof SentMessage, Match | undefined])[] = [
    ["account", check.account],
    ["to", check.to],
    ["type", check.type],
    ["template", check.template],
    ["language", check.language],
    ["body", check.body],
    ["status", check.status],
    ["code", check.code],
  ];
  // All of them, so their patterns are requested together.
  return asked.flatMap(([field, match]) =>
    match === undefined ? [] : [{ field, ok: matches(match, message[field] ?? undefined, test) }],
  );
}

/** The people the run wrote to. Seen: `people` who break the rule, and how `many` there are. */
export function judgeRecipients(check: CheckOf<"recipients">, outcome: LessonOutcome): Seen | null {
  const wrong = [...new Set(wrongPeople(check, outcome))];
  return wrong.length === 0
    ? null
    : {
        people: wrong.length > 3 ? `${wrong.slice(0, 3).join(", ")} and others` : wrong.join(", "),
        many: String(wrong.length),
      };
}

function wrongPeople(check: CheckOf<"recipients">, outcome: LessonOutcome): readonly string[] {
  const reached = sentMessages(outcome).map(({ to }) => to);
  if (check.rule === "once") return reached.filter((to, at) => reached.indexOf(to) !== at);
  if (check.rule === "all") return check.people.filter((person) => !reached.includes(person));
  // A refused try to write to someone counts as well: the next world may not refuse it.
  const tried = outcome.calls
    .filter(({ kind, request }) => kind === "write" && request !== null)
    .map((row) => String(argumentsOf(row).to ?? "").replace(/\D/g, ""));
  return [...reached, ...tried].filter((person) => person !== "" && !check.people.includes(person));
}
