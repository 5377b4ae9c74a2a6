import type { CheckOf } from "../format/check-schema";
import type { Match } from "../format/match-schema";
import type { Outcome } from "../outcome";
import { counts, matches, type Seen, shown } from "./match";
import { type SentMessage, sentMessages } from "./sent";

/**
 * Messages in the world afterwards. Seen: `count`; of a message that does not fit, `to`, `seen` (its body), `status` and
 * `code`.
 */
export function judgeMessages(check: CheckOf<"messages">, outcome: Outcome): Seen | null {
  const sent = sentMessages(outcome);
  const found = sent.filter((message) => fits(check, message));
  if (counts(check.count, found.length)) return null;
  const odd = sent.find((message) => !found.includes(message)) ?? sent[0];
  return {
    count: String(found.length),
    to: odd?.to ?? "nobody",
    seen: shown(odd?.body),
    status: odd?.status ?? "never sent",
    code: String(odd?.code ?? "none"),
  };
}

function fits(check: CheckOf<"messages">, message: SentMessage): boolean {
  const ok = (match: Match | undefined, value: string | null) =>
    match === undefined || matches(match, value ?? undefined);
  return (
    (check.account === undefined || check.account === message.account) &&
    ok(check.to, message.to) &&
    ok(check.type, message.type) &&
    ok(check.template, message.template) &&
    ok(check.language, message.language) &&
    ok(check.body, message.body) &&
    ok(check.status, message.status) &&
    (check.code === undefined || check.code === message.code)
  );
}
