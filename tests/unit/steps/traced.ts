import { DEFAULT_LIMITS } from "../../../src/runtime/host";
import { instantiateLua } from "../../../src/runtime/lua-module";
import { createVm } from "../../../src/runtime/vm";
import { createRecorder, type StepListener } from "../../../src/steps/recorder/recorder";
import type { StepKind, StepPlace } from "../../../src/steps/step";
import { wasm } from "../runtime/start";

/** Runs a script while `listener` is told its steps. Calls answer with `true`. */
async function follow(source: string, listener: StepListener) {
  const output: string[] = [];
  const recorder = createRecorder(listener);
  const host = recorder.host({
    call: () => '{"ok":true,"value":true}',
    docs: () => '{"ok":true,"value":""}',
    now: () => 0,
    output: (frames) => output.push(new TextDecoder().decode(frames.subarray(5))),
  });
  const vm = createVm(await instantiateLua(await wasm, 1), host, recorder.observer);
  const result = vm.run({ name: "script.lua", source, memoryBytes: DEFAULT_LIMITS.memoryBytes });
  return { result, output };
}

/** All steps of a script. */
export async function stepsOf(source: string): Promise<(StepPlace & { readonly kind: StepKind })[]> {
  const steps: (StepPlace & { readonly kind: StepKind })[] = [];
  await follow(source, {
    step: (kind, place) => steps.push({ kind, ...place }),
  });
  return steps;
}
