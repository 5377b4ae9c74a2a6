import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { usePlayground } from "../../../ui/page";
import type { WhatsAppWorld } from "../use-world";
import { newestSent, type PhonePlace } from "./place";

/**
 * Calls `go` with the chat that a run writes to, whenever that is another one. Returns a function to call when the person
 * turns to a chat: the phone stays there until the next run.
 */
export function useFollowedChat(model: WhatsAppWorld, go: (place: PhonePlace) => void): () => void {
  const { run } = usePlayground();
  const seen = useRef<string | null>(null);
  const stays = useRef(false);
  useSignalEffect(() => {
    if (run.phase.value.kind === "running") stays.current = false;
  });
  useSignalEffect(() => {
    const world = model.world.value;
    const newest = world === null ? null : newestSent(world);
    if (newest === null || newest.id === seen.current) return;
    // What was sent before the phone was opened counts if a run of this visit sent it.
    const first = seen.current === null;
    seen.current = newest.id;
    const phase = run.phase.peek();
    const before = phase.kind === "idle" || (phase.kind === "ended" && phase.again === true);
    if (stays.current || (first && before)) return;
    go({ phoneNumberId: newest.phoneNumberId, waId: newest.waId });
  });
  return () => {
    stays.current = true;
  };
}
