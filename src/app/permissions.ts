import { signal } from "@preact/signals";
import type { RequestContent } from "../gateway/live/question";
import type { CallKind } from "../integrations/catalog";
import { deferred } from "../shared/deferred";
import { readable } from "./readable";

export interface PermissionRequest {
  readonly integration: string;
  readonly functionName: string;
  /** Its name, with characters that cannot be seen written out. */
  readonly account: string;
  readonly kind: CallKind;
  readonly line: number | null;
  readonly content: RequestContent;
}

export type PermissionAnswer = "once" | "run" | "deny";

export type Permissions = ReturnType<typeof createPermissions>;
/** As views see it. */
export type PermissionModel = Omit<Permissions, "ask">;

/** One question at a time: a script makes one call at a time. */
export function createPermissions() {
  const pending = signal<PermissionRequest | null>(null);
  let asked = deferred<PermissionAnswer>();
  /** Answers a question. One that is no longer open has its answer already. */
  const answer = (request: PermissionRequest, given: PermissionAnswer) => {
    if (pending.peek() !== request) return;
    pending.value = null;
    asked.resolve(given);
  };
  return {
    /** What waits for an answer, or `null`. */
    pending: readable(pending),
    answer,
    /** Asks the person and waits. A question withdrawn by the signal counts as a no. */
    async ask(request: PermissionRequest, withdrawn: AbortSignal): Promise<PermissionAnswer> {
      if (withdrawn.aborted) return "deny";
      const withdraw = () => answer(request, "deny");
      withdrawn.addEventListener("abort", withdraw, { once: true });
      asked = deferred();
      pending.value = request;
      const given = await asked.promise;
      withdrawn.removeEventListener("abort", withdraw);
      return given;
    },
  };
}
