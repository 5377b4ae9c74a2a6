/** How tabs of the playground tell each other about the records they share. */
import { asFields, asOneOf, asText, field, type Read, readOrNull } from "../shared/read-value";

export interface TabMessage {
  /** `drives`: from now on that tab keeps changing the record. */
  readonly kind: "changed" | "removed" | "drives";
  /** The record's key. */
  readonly id: string;
}

const tabMessage: Read<TabMessage> = (value) => {
  const of = asFields(value);
  return { kind: field(of, "kind", asOneOf(["changed", "removed", "drives"])), id: field(of, "id", asText) };
};

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
        const message = readOrNull(tabMessage, event.data);
        if (message !== null) listener(message);
      };
    },
    close: () => channel.close(),
  };
}
