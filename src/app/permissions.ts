import { signal } from "@preact/signals";
import type { PermissionAnswer, PermissionModel, PermissionRequest } from "./playground";

export interface Permissions extends PermissionModel {
  /** Asks the person and waits; a question that is withdrawn by the signal counts as a no. */
  ask(request: PermissionRequest, withdrawn: AbortSignal): Promise<PermissionAnswer>;
}

/** One question at a time: a script makes one call at a time. */
export function createPermissions(): Permissions {
  const pending = signal<PermissionRequest | null>(null);
  let settle: (answer: PermissionAnswer) => void = () => {};
  const answer = (given: PermissionAnswer) => {
    pending.value = null;
    settle(given);
  };
  return {
    pending,
    answer,
    ask(request, withdrawn) {
      if (withdrawn.aborted) return Promise.resolve("deny");
      return new Promise((resolve) => {
        const withdraw = () => answer("deny");
        withdrawn.addEventListener("abort", withdraw, { once: true });
        settle = (given) => {
          withdrawn.removeEventListener("abort", withdraw);
          settle = () => {};
          resolve(given);
        };
        pending.value = request;
      });
    },
  };
}
