import { useSignalEffect } from "@preact/signals";
import { useContext, useRef } from "preact/hooks";
import { usePlayground } from "../../../ui/page";
import { Shown } from "../../../ui/parts/tabs";
import { stepsOf } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import { newestSent } from "./place";

/** Simulated milliseconds after which time stops again even if a message has not been read. */
const LONGEST = 8_000;

/**
 * After a mock run that sent something, lets simulated time run until its last message is read or fails, so people see the ticks
 * turn blue. Not during a run, which must be repeatable, nor while the phone is hidden.
 */
export function useTimeAfterSending(model: WhatsAppWorld): void {
  const { run, mode } = usePlayground();
  const shown = useRef(true);
  shown.current = useContext(Shown);
  const before = useRef<string | null>(null);
  const until = useRef<number | null>(null);
  useSignalEffect(() => {
    const phase = run.phase.value;
    const world = model.present();
    const newest = world === null ? null : newestSent(world);
    if (phase.kind === "running") {
      before.current = newest?.id ?? null;
      if (until.current !== null) model.running.value = false;
      until.current = null;
    } else if (
      phase.kind === "ended" &&
      !phase.again &&
      mode.mode.peek() === "mock" &&
      world !== null &&
      newest !== null
    ) {
      if (!shown.current || newest.id === before.current || model.running.peek()) return;
      const settled = stepsOf(newest.acceptedAt, newest.life, Number.POSITIVE_INFINITY).at(-1)?.at ?? 0;
      until.current = Math.min(settled, world.clock + LONGEST);
      model.running.value = until.current > world.clock;
    }
  });
  useSignalEffect(() => {
    const clock = model.world.value === null ? 0 : (model.present()?.clock ?? 0);
    if (until.current === null || clock < until.current) return;
    until.current = null;
    model.running.value = false;
  });
}
