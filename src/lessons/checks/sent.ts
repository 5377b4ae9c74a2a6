import { type Outbound, stepsOf } from "../../integrations/whatsapp/simulator/page";
import type { Outcome } from "../outcome";

/** A message that the run sent, and what has become of it a day later. */
export interface SentMessage {
  readonly id: string;
  readonly account: string;
  /** Digits alone. */
  readonly to: string;
  readonly type: "text" | "template";
  readonly template: string | null;
  readonly language: string | null;
  /** Of a template: with its gaps filled. */
  readonly body: string;
  readonly status: "accepted" | "sent" | "delivered" | "read" | "failed";
  /** Meta's error code when it failed. */
  readonly code: number | null;
}

const DAY = 86_400_000;

/** The messages a run sent, oldest first. */
export function sentMessages({ before, after }: Outcome): readonly SentMessage[] {
  const known = new Set(before.messages.flat().map(({ id }) => id));
  const names = new Map(after.accounts.map(({ phoneNumberId, name }) => [phoneNumberId, name]));
  return after.messages
    .flat()
    .filter((message): message is Outbound => message.direction === "outbound" && !known.has(message.id))
    .map((message) => {
      const { id, phoneNumberId, waId, content, acceptedAt, life } = message;
      const steps = stepsOf(acceptedAt, life, after.clock + DAY);
      return {
        id,
        account: names.get(phoneNumberId) ?? "",
        to: waId,
        type: content.type,
        template: content.type === "template" ? content.name : null,
        language: content.type === "template" ? content.language : null,
        body: content.type === "template" ? content.rendered.body : content.body,
        status: (steps.at(-1) ?? steps[0]).status,
        code: life.end === "fails" ? life.code : null,
      };
    });
}
