import { counted } from "../../../shared/counted";
import type { SnippetWorlds } from "../../views";
import { contactIndex, isWorld, type Message, type World } from "../simulator/page";
import { FailureNote, MessageFrame } from "./bubble";
import { nameOf } from "./conversations";
import { deliveryOf } from "./delivery";
import "./phone.css";
import "./message.css";

/** Most messages shown. */
const MOST = 12;
/** Messages take time: a minute later, most have arrived, and failed ones say why. */
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
        Phone <span class="note">a minute later</span>
      </h3>
      {hidden > 0 && <p class="note">{counted(hidden, "earlier message")} not shown.</p>}
      {customersOf(shown).map((waId) => {
        const name = nameOf(contactIndex.find(world.contacts, waId), waId);
        return (
          <div key={waId} class="snippet-chat">
            <p class="snippet-chat-name">{name}</p>
            {shown.map((message) =>
              message.waId === waId ? (
                <Bubble key={message.id} message={message} name={name} now={world.clock + LATER} />
              ) : null,
            )}
          </div>
        );
      })}
    </section>
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
      {failure !== null && <FailureNote failure={failure} />}
    </MessageFrame>
  );
}

/** The messages in `after` that were not in `before`, oldest first. */
function newMessages(before: World, after: World): readonly Message[] {
  const known = new Set(before.messages.flat().map(({ id }) => id));
  return after.messages.flat().filter(({ id }) => !known.has(id));
}

/** Their WhatsApp IDs, in the order in which they first appear. */
function customersOf(messages: readonly Message[]): readonly string[] {
  return [...new Set(messages.map(({ waId }) => waId))];
}
