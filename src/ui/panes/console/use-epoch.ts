import { useRef } from "preact/hooks";
import type { Playground } from "../../../app/playground";

/** A number that changes whenever the console begins anew: a run started, or the output was cleared. */
export function useEpoch({ run }: Playground): number {
  const running = run.phase.value.kind === "running";
  const total = run.output.dropped() + run.output.count();
  const last = useRef({ running, total, epoch: 0 });
  const started = running && !last.current.running;
  const cleared = total < last.current.total;
  const epoch = last.current.epoch + (started || cleared ? 1 : 0);
  last.current = { running, total, epoch };
  return epoch;
}
