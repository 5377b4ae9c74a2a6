import { effect } from "@preact/signals";
import type { PageState } from "./commands/command";
import { frontView } from "./shell";

/** Successful writes of the last run, made since the page was opened, that have not been seen on the phone yet. */
export function unseenSends({ playground, shell }: PageState): number {
  return Math.max(0, sends(playground) - shell.seenSends.value);
}

/** Counts writes made while the phone is in front as seen. Returns a function that ends it. */
export function watchSends({ playground, shell }: PageState): () => void {
  return effect(() => {
    const sent = sends(playground);
    const inFront = frontView(shell) === "phone";
    if (inFront || sent < shell.seenSends.peek()) shell.seenSends.value = inFront ? sent : 0;
  });
}

function sends({ run }: PageState["playground"]): number {
  const phase = run.phase.value;
  if (phase.kind === "ended" && phase.again) return 0;
  return run.calls.value.filter(({ kind, status }) => kind === "write" && status === "ok").length;
}
