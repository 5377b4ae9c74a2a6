/** Calls that a person sends again by hand. Loaded on demand. */
import { messageOf } from "../shared/message-of";
import type { Mode } from "./mode";
import type { RunModel } from "./run";

/** The id of the call's row, or why there is none. */
export type SentAgain = { readonly id: number } | { readonly problem: string };

/**
 * Runs the Lua of one call: in mock in the simulated world, in live after asking as usual. Its rows are added to
 * `run.sentAgain`, after those of the run, and belong to no line. Never rejects.
 *
 * @param over ends it when aborted
 */
export async function sendAgain(
  run: RunModel,
  source: string,
  mode: Mode,
  over: AbortSignal,
): Promise<SentAgain> {
  let id: number | null = null;
  try {
    const begun = await run.beginBeside({
      ...{ name: "call.lua", source, mode, over },
      change() {},
      output() {},
      log(row) {
        const before = run.sentAgain.peek();
        id = 1 + ([...run.calls.peek(), ...before].at(-1)?.id ?? 0);
        run.sentAgain.value = [...before, { ...row, id, line: null }];
      },
    });
    if (begun === null) return { problem: "Stopped before it was sent." };
    over.addEventListener("abort", begun.stop);
    const end = await begun.ended;
    if (id !== null) return { id };
    return { problem: end.kind === "failed" ? end.error.message : "This code doesn't call a function." };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
