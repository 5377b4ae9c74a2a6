import type { JsonObject, JsonValue } from "../../../../shared/json";
import { errorFacts } from "../../errors";
import { nonexistingField } from "../graph/fields";
import { parseFields } from "../graph/nested-fields";
import { pageOf, shortList } from "../graph/paging";
import { noSuchObject, Refusal } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import type { WorldAccount } from "../world/account";
import { countOf, itemAt } from "../world/chunks";
import { messageIndex } from "../world/lookup";
import { type Message, type Outbound, type StatusStep, stepsOf } from "../world/message";
import type { World } from "../world/world";

const nodeType = "WhatsAppBusinessMessageHistory";

/** The last three say what a webhook did with the event, which is not known here. */
const eventFields = [
  "id",
  "delivery_status",
  "timestamp",
  "error_description",
  "application",
  "webhook_update_state",
  "webhook_uri",
];

/**
 * `GET /{phone-number-id}/message_history` with `message_id`, `fields` (`id`, `message_id`, `events{…}`) and paging: what the
 * number has sent and its progress. The only way in Meta's own API to ask for a status. Whether it works for ordinary apps is
 * not verified. What a webhook did with it is not known here.
 */
export function listMessageHistory({ world, call, account }: Asked): GraphOutcome {
  const { messages } = world;
  const write = writer(world, call.query.get("fields"));
  const wanted = call.query.get("message_id");
  const kept: number[] = [];
  for (let at = 0; at < countOf(messages); at++) {
    const message = itemAt(messages, at);
    if (isOwn(message, account) && (!wanted || message.id === wanted)) kept.push(at);
  }
  const body = pageOf(call, {
    kind: "message_history",
    count: countOf(messages),
    at: (position) => itemAt(messages, position),
    position: (id) => messageIndex.position(messages, id),
    idOf: (message) => message.id,
    kept,
    write: (message) => write(message, messageIndex.position(messages, message.id) ?? 0),
    most: 100,
  });
  return { body };
}

/**
 * `GET /{message-history-id}/events` with `status_filter`: each step of a message with its time, in the shape of that page of
 * Meta's, whose words differ from those of the list (`ERROR` for `FAILED`). Ids of other numbers are unknown.
 */
export function listHistoryEvents({ world, call, account, id }: Asked): GraphOutcome {
  const position = /^77(\d{13})$/.exec(id)?.[1];
  const message = position === undefined ? undefined : itemAt(world.messages, Number(position));
  if (!isOwn(message, account)) throw noSuchObject(call.method, id);
  const filter = call.query.get("status_filter")?.toUpperCase();
  if (filter && !["ACCEPTED", "SENT", "DELIVERED", "READ", "ERROR"].includes(filter)) {
    throw new Refusal(100, { message: "Invalid parameter: status_filter must be a valid delivery status" });
  }
  const events = stepsOf(message.acceptedAt, message.life, world.clock)
    .map((step, at) => ({
      id: `${id}${at}`,
      delivery_status: step.status === "failed" ? "ERROR" : step.status.toUpperCase(),
      ...problemOf(message, step),
      occurrence_timestamp: Math.floor(step.at / 1000),
    }))
    .filter((event) => !filter || event.delivery_status === filter);
  const body = pageOf(call, {
    kind: "event",
    ...shortList(events, (event) => event.id),
    write: (node) => ({ node }),
    most: 100,
  });
  return { body };
}

function isOwn(message: Message | undefined, account: WorldAccount): message is Outbound {
  return message?.direction === "outbound" && message.phoneNumberId === account.phoneNumberId;
}

/** An entry's fields: `id` and `message_id`, or what `fields` asks for. */
function writer(world: World, fields: string | null): (message: Message, position: number) => JsonObject {
  const wanted = parseFields(fields || "id,message_id");
  const names = wanted.map(({ name }) => name);
  const unknown = names.find((name) => !["id", "message_id", "events"].includes(name));
  if (unknown !== undefined) throw nonexistingField(unknown, nodeType);
  const inner = wanted.find(({ name }) => name === "events")?.inner ?? "delivery_status,timestamp";
  const parts = parseFields(inner).map(({ name }) => name);
  const unknownPart = parts.find((name) => !eventFields.includes(name));
  if (unknownPart !== undefined) throw nonexistingField(unknownPart, "WhatsAppBusinessMessageHistoryEvent");
  return (message, position) => ({
    id: `77${String(position).padStart(13, "0")}`,
    ...(names.includes("message_id") ? { message_id: message.id } : {}),
    ...(names.includes("events") ? { events: { data: eventsOf(world, message, position, parts) } } : {}),
  });
}

function eventsOf(
  world: World,
  message: Message,
  position: number,
  parts: readonly string[],
): readonly JsonObject[] {
  if (message.direction === "inbound") return [];
  const [, ...later] = stepsOf(message.acceptedAt, message.life, world.clock);
  return later.map((step, at) => {
    const event: Record<string, JsonValue> = {
      delivery_status: step.status.toUpperCase(),
      timestamp: Math.floor(step.at / 1000),
      ...problemOf(message, step),
    };
    const asked = Object.entries(event).filter(([name]) => parts.includes(name));
    return { id: `77${String(position).padStart(13, "0")}${at + 1}`, ...Object.fromEntries(asked) };
  });
}

function problemOf({ life }: Outbound, { status }: StatusStep): { readonly error_description?: string } {
  return status === "failed" && life.end === "fails"
    ? { error_description: errorFacts(life.code).title }
    : {};
}
