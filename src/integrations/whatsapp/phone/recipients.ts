import type { Exchange } from "../../../shared/http-message";
import { sentMessageId } from "../sent-message";
import { messageIndex, type World } from "../simulator/page";

/** To whom these calls sent messages, the last first; no more than `most` of them. */
export function recipients(calls: readonly Exchange[], { messages }: World, most = Infinity): Set<string> {
  const found = new Set<string>();
  for (let at = calls.length - 1; at >= 0 && found.size < most; at -= 1) {
    const call = calls[at];
    const id = call === undefined ? null : sentMessageId(call);
    const message = id === null ? undefined : messageIndex.find(messages, id);
    if (message !== undefined) found.add(message.waId);
  }
  return found;
}
