import { counted } from "../../../shared/counted";
import type { SnippetWorlds } from "../../views";

import { contactIndex, isWorld, type Message, type World } from "../simulator/page";
import { MessageFrame } from "./bubble";
import { deliveryOf } from "./delivery";
import "./phone.css";
import "./message.css";

/** Messages shown at the most. */
const MOST = 12;
/** Messages take their time: seen a minute later, most have arrived, and what was refused says why. */
const LATER = 60_000;

/** The messages of a snippet's run as the customers' phones show them, a minute of simulated time later. */
export function SnippetPhone({ worlds }: { worlds: SnippetWorlds }) {
  const before = worlds.before.whatsapp;
  const world = worlds.after.whatsapp;
  if (!isWorld(before) || !isWorld(world)) return null;
  const messages = newMessages(before, world);
  if (messages.length === 0) return null;
  const shown = messages.slice(-MOST);
  const hidden = messages.length - shown.length;
  return (
    <section class="snippet-part phone snippet-phone" aria-label="Phone">
      <h3>
        Phone <span class="pane-note">a minute later</span>
      </h3>
      {hidden > 0 && <p class="pane-note">{counted(hidden, "earlier message")} not shown.</p>}
      {byCustomer(shown).map(([waId, chat]) => (
        <Chat key={waId} world={world} waId={waId} messages={chat} />
      ))}
    </section>
  );
}

function Chat({ world, waId, messages }: { world: World; waId: string; messages: readonly Message[] }) {
  const name = contactIndex.find(world.contacts, waId)?.profileName ?? `+${waId}`;
  return (
    <div class="snippet-chat">
      <p class="snippet-chat-name">{name}</p>
      {messages.map((message) => (
        <Bubble key={message.id} message={message} name={name} now={world.clock + LATER} />
      ))}
    </div>
  );
}

function Bubble({ message, name, now }: { message: Message; name: string; now: number }) {
  const failure = message.direction === "outbound" ? deliveryOf(message, now).failure : null;
  return (
    <MessageFrame message={message} name={name} now={now}>
      {message.direction === "outbound" && message.content.type === "template" && (
        <ul class="snippet-buttons">
          {message.content.rendered.buttons.map(({ text }, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      )}
      {failure !== null && (
        <p class="phone-failure">
          <strong>Not delivered.</strong> {failure.known?.cause ?? failure.details}{" "}
          <span class="phone-code">{failure.code}</span>
        </p>
      )}
    </MessageFrame>
  );
}

/** The messages of `after` that `before` had not, oldest first. */
function newMessages(before: World, after: World): readonly Message[] {
  const known = new Set(before.messages.flat().map(({ id }) => id));
  return after.messages.flat().filter(({ id }) => !known.has(id));
}

/** The messages by WhatsApp ID, in the order in which the customers first appear. */
function byCustomer(messages: readonly Message[]): readonly (readonly [string, readonly Message[]])[] {
  const chats = new Map<string, Message[]>();
  for (const message of messages) {
    const chat = chats.get(message.waId);
    if (chat === undefined) chats.set(message.waId, [message]);
    else chat.push(message);
  }
  return [...chats];
}
