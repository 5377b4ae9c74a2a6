import { signal } from "@preact/signals";
import { readable } from "./readable";
import type { StepsModel, StepsParts } from "./steps";

export type StepsDoor = ReturnType<typeof openStepsDoor>;

/** Opens the door to a run's steps, which are loaded when they are first wanted. */
export function openStepsDoor(parts: StepsParts) {
  const model = signal<StepsModel | null>(null);
  return {
    /** `null` until they have been loaded. */
    model: readable(model),
    /** Loads them. Rejects when their files do not come; the next call tries again. */
    async load(): Promise<StepsModel> {
      const { createSteps } = await import("./steps");
      model.value ??= createSteps(parts);
      return model.value;
    },
  };
}
