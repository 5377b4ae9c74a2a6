import type { CallRow, CallStatus } from "../../../gateway/call-row";
import { counted } from "../../../shared/counted";

/** `3 calls, 1 failed, 2 requests`; calls whose outcome is unknown are named apart. */
export function callsSummary(calls: readonly CallRow[]): string {
  let failed = 0;
  let unknown = 0;
  let requests = 0;
  for (const call of calls) {
    if (call.status === "error") failed += 1;
    if (call.status === "unknown") unknown += 1;
    if (call.request !== null) requests += 1;
  }
  const parts = [counted(calls.length, "call"), `${failed} failed`];
  if (unknown > 0) parts.push(`${unknown} with unknown outcome`);
  parts.push(counted(requests, "request"));
  return parts.join(", ");
}

/** A call's status in a word or two. */
export function statusText(status: CallStatus): string {
  if (status === "unknown") return "outcome unknown";
  return status === "ok" ? "ok" : "failed";
}
