import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { usePlayground } from "../../../ui/page";
import type { WhatsAppWorld } from "../use-world";
import { newestSent, type PhonePlace } from "./place";
import { recipients } from "./recipients";

/**
 * Calls `go` with the chat that a run writes to, or with the list once it has written to several. Returns a function to call
 * when the person opens a chat: the phone stays there until the next run.
 */
export function useFollowedChat(model: WhatsAppWorld, go: (place: PhonePlace) => void): () => void {
  const { run } = usePlayground();
  const seen = useRef<string | null>(null);
  const stays = useRef(false);
  const listed = useRef(false);
  useSignalEffect(() => {
    if (run.phase.value.kind === "running") stays.current = listed.current = false;
  });
  useSignalEffect(() => {
    const world = model.world.value;
    const newest = world === null ? null : newestSent(world);
    const calls = run.calls.value;
    if (world === null || newest === null || (newest.id === seen.current && listed.current)) return;
    const phase = run.phase.peek();
    const before = phase.kind === "idle" || (phase.kind === "ended" && phase.again === true);
    const several = !before && recipients(calls, world, 2).size > 1;
    if (newest.id === seen.current && !several) return;
    // Messages sent before the phone was opened count if a run of this visit sent them.
    const first = seen.current === null;
    seen.current = newest.id;
    listed.current = several;
    if (stays.current || (first && before)) return;
    const { phoneNumberId, waId } = newest;
    go(several ? { phoneNumberId } : { phoneNumberId, waId });
  });
  return () => {
    stays.current = true;
  };
}
