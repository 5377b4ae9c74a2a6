/** A message as one sentence, for those who hear the phone. */
import type { Message } from "../simulator/page";
import { timeText } from "./clock";
import { timeOf, wordsOf } from "./conversations";
import { deliveryOf, tickWords } from "./delivery";

/** `You, 09:41, read: It is being packed.`; `Maya Torres, 09:10: Good morning!`. `now` is simulated time. */
export function sentenceOf(message: Message, name: string, now: number): string {
  const time = timeText(timeOf(message));
  const words = wordsOf(message);
  if (message.direction === "outbound") return `You, ${time}, ${stateOf(message, now)}: ${words}`;
  const seen = message.readAt === null ? "" : ", marked as read";
  if (message.content.type === "button") return `${name}, ${time}${seen}, pressed the button: ${words}`;
  return `${name}, ${time}${seen}: ${words}`;
}

function stateOf(message: Extract<Message, { direction: "outbound" }>, now: number): string {
  const { tick, failure, heldUntil } = deliveryOf(message, now);
  if (failure !== null) {
    return `failed with ${failure.code}${failure.known === null ? "" : `, ${failure.known.title}`}`;
  }
  return heldUntil === null ? tickWords[tick] : `held back until ${timeText(heldUntil)}`;
}
