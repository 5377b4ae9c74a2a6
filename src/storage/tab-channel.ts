/** How tabs of the playground tell each other about the records they share. */
import * as v from "valibot";
import { parseOrNull } from "../shared/parse-with";

const MESSAGE = v.object({
  /** `drives`: from now on that tab keeps changing the record. */
  kind: v.picklist(["changed", "removed", "drives"]),
  /** The record's key. */
  id: v.string(),
});

export type TabMessage = v.InferOutput<typeof MESSAGE>;

export interface TabChannel {
  post(message: TabMessage): void;
  /** Called with what other tabs post. There is one listener. */
  listen(listener: (message: TabMessage) => void): void;
  close(): void;
}

/** A channel between the tabs of this browser. Ignores messages it cannot parse, such as those of another version. */
export function browserTabChannel(name: string): TabChannel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      channel.onmessage = (event: MessageEvent<unknown>) => {
        const message = parseOrNull(MESSAGE, event.data);
        if (message !== null) listener(message);
      };
    },
    close: () => channel.close(),
  };
}
