import type { ReadonlySignal } from "@preact/signals";
import { signal } from "@preact/signals";

export interface PermissionRequest {
  readonly integration: string;
  readonly functionName: string;
  readonly account: string;
  readonly kind: "read" | "write";
  readonly line: number | null;
  /** Label and value, e.g. To / +1 555 123 4567. */
  readonly preview: readonly { readonly label: string; readonly value: string }[];
}

export type PermissionAnswer = "once" | "run" | "deny";

export interface PermissionModel {
  /** What waits for an answer; null when nothing does. */
  readonly pending: ReadonlySignal<PermissionRequest | null>;
  answer(answer: PermissionAnswer): void;
}

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
