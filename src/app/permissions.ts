import { signal } from "@preact/signals";
import type { RequestContent } from "../gateway/live/question";
import type { CallKind } from "../integrations/catalog";
import { deferred } from "../shared/deferred";
import { readable } from "./readable";

export interface PermissionRequest {
  readonly integration: string;
  readonly functionName: string;
  /** The account's name, with invisible characters written out. */
  readonly account: string;
  readonly kind: CallKind;
  readonly line: number | null;
  readonly content: RequestContent;
}

export type PermissionAnswer = "once" | "run" | "deny";

export type Permissions = ReturnType<typeof createPermissions>;
/** As views see it. */
export type PermissionModel = Omit<Permissions, "ask">;

/** Asks one question at a time, since a script makes one call at a time. */
export function createPermissions() {
  const pending = signal<PermissionRequest | null>(null);
  let asked = deferred<PermissionAnswer>();
  /** Answers a question. Does nothing if it is no longer open. */
  const answer = (request: PermissionRequest, given: PermissionAnswer) => {
    if (pending.peek() !== request) return;
    pending.value = null;
    asked.resolve(given);
  };
  return {
    /** The open question, or `null`. */
    pending: readable(pending),
    answer,
    /** Asks the person and waits. If the signal withdraws the question, the answer is no. */
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
