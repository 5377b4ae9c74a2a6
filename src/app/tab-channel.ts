/** How tabs of the playground tell each other that a script changed. */
import * as v from "valibot";

const MESSAGE = v.object({
  /** `drives`: a script or the clock moves the simulated world in that tab now. */
  kind: v.picklist(["changed", "removed", "drives"]),
  id: v.string(),
});

export type TabMessage = v.InferOutput<typeof MESSAGE>;

export interface TabChannel {
  post(message: TabMessage): void;
  /** Called with what other tabs post; one listener. */
  listen(listener: (message: TabMessage) => void): void;
  close(): void;
}

/** A channel between the tabs of this browser; messages that do not fit (an older version's) are passed over. */
export function browserTabChannel(name: string): TabChannel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      channel.onmessage = (event: MessageEvent<unknown>) => {
        const message = v.safeParse(MESSAGE, event.data);
        if (message.success) listener(message.output);
      };
    },
    close: () => channel.close(),
  };
}
