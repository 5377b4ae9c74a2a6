import {
  type Inbound,
  type Message,
  messageIndex,
  type Outbound,
  type StatusStep,
  stepsOf,
  type World,
} from "../../simulator/page";

/** Something a subscriber is told: a message got one step further, or a customer wrote. */
export type WebhookNotice =
  | { readonly kind: "status"; readonly at: number; readonly message: Outbound; readonly step: StatusStep }
  | { readonly kind: "inbound"; readonly at: number; readonly message: Inbound };

/**
 * What came due between two states of the same world, in order of simulated time: steps that messages reached (all but
 * `accepted`, which the answer to the send told) and messages of customers. Pure.
 */
export function noticesBetween(before: World, after: World): readonly WebhookNotice[] {
  const notices: WebhookNotice[] = [];
  for (const [at, chunk] of after.messages.entries()) {
    // Most pieces are old, unchanged, and have nothing to come.
    if (chunk === before.messages[at] && settledAt(chunk) <= before.clock) continue;
    for (const message of chunk) notices.push(...noticesOf(message, before, after));
  }
  return notices.sort((one, other) => one.at - other.at);
}

function noticesOf(message: Message, before: World, after: World): readonly WebhookNotice[] {
  const isNew = messageIndex.find(before.messages, message.id) === undefined;
  if (message.direction === "inbound") {
    return isNew ? [{ kind: "inbound", at: message.receivedAt, message }] : [];
  }
  const told = isNew ? 1 : stepsOf(message.acceptedAt, message.life, before.clock).length;
  return stepsOf(message.acceptedAt, message.life, after.clock)
    .slice(told)
    .map((step) => ({ kind: "status", at: step.at, message, step }));
}

const settled = new WeakMap<readonly Message[], number>();

/** When the last of a piece's messages has taken its last step; remembered, since a piece never changes. */
function settledAt(chunk: readonly Message[]): number {
  const known = settled.get(chunk);
  if (known !== undefined) return known;
  const latest = Math.max(0, ...chunk.map(lastStepAt));
  settled.set(chunk, latest);
  return latest;
}

function lastStepAt(message: Message): number {
  if (message.direction === "inbound") return message.receivedAt;
  return stepsOf(message.acceptedAt, message.life, Number.POSITIVE_INFINITY).at(-1)?.at ?? 0;
}
