/**
 * Placed before the worker's own script in a worker that replays runs. It uses that script's VM and mock door, so nothing is
 * loaded twice. Each question makes a fresh VM. Bundled to text (`tools/vite/box-plugin.ts`).
 */
import type { Host } from "../../runtime/host";
import { messageOf } from "../../shared/message-of";
import { answerReplay, Enough } from "../../steps/recorder/replay";
import type { ReplayAnswer } from "../../steps/replay-protocol";
import type { ReplayJob, RunInputs } from "../replay-job";
import type { WorkerTools } from "./worker";

globalThis.replayRuns = (tools) => {
  const { port } = tools;
  const post = (answer: ReplayAnswer) => port.postMessage(answer);
  port.onmessage = async ({ data: { inputs, question } }: MessageEvent<ReplayJob>) => {
    try {
      await answerReplay(
        question,
        async (recorder, seen) => {
          const { docs, name, source, limits } = inputs;
          const engine = engineFor(inputs, tools, seen.events);
          const host: Host = {
            ...engine,
            docs: (text) => tools.answerDocs(docs, text),
            output: seen.output,
          };
          const lua = await tools.instantiateLua(tools.module, engine.seed);
          const vm = tools.createVm(lua, recorder.host(host), recorder.observer);
          return vm.run({ name, source, memoryBytes: limits.memoryBytes });
        },
        post,
      );
    } catch (problem) {
      post({ kind: "failed", message: messageOf(problem) });
    }
  };
};

type Engine = Pick<Host, "call" | "now" | "computed"> & { readonly seed: number };

function engineFor(
  { door, accounts }: RunInputs,
  tools: WorkerTools,
  happened: (integration: string, events: readonly unknown[]) => void,
): Engine {
  if (door.kind === "recorded") {
    const answers = door.answers.values();
    const clocks = door.clocks.values();
    const clock = () => next(clocks);
    return {
      ...{ seed: door.seed, now: clock, computed: clock },
      call: (text) => tools.refusedCall(text) ?? next(answers),
    };
  }
  const { worlds, heard } = door;
  const coming = heard.values();
  let pending = coming.next();
  let looks = 0;
  const engine = tools.mockEngine({
    catalog: tools.catalog,
    simulators: tools.simulators,
    worlds,
    accounts,
    emit: (event) => event.kind === "events" && happened(event.integration, event.events),
    readPending() {
      looks++;
      if (pending.done || pending.value.look !== looks) return null;
      const { text } = pending.value;
      pending = coming.next();
      return text;
    },
  });
  return { ...engine, seed: tools.runSeed(worlds) };
}

/** The run's next recorded input. If there is none, the run was stopped there, or had too much input to keep. */
function next<T>(recorded: Iterator<T>): T {
  const found = recorded.next();
  if (found.done) throw new Enough();
  return found.value;
}
