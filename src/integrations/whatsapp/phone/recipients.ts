import type { Exchange } from "../../../shared/http-message";
import { sentMessageId } from "../sent-message";
import { messageIndex, type World } from "../simulator/page";

/** The recipients of messages sent by these calls, latest first, at most `most`. */
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
