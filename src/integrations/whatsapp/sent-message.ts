/** From a call to the message it sent, and back. */
import type { CallRow } from "../../gateway/call-row";
import { isJsonObject, member, parseJson } from "../../shared/json";

const known = new WeakMap<CallRow, { readonly id: string | null }>();

/** The id of the message that a call sent (`messages[0].id` of its answer); null when it sent none. */
export function sentMessageId(call: CallRow): string | null {
  const cached = known.get(call);
  if (cached !== undefined) return cached.id;
  const id = call.request?.method === "POST" && call.response !== null ? idIn(call.response.body) : null;
  known.set(call, { id });
  return id;
}

/** The run's calls by the message each sent. */
export function callsByMessage(calls: readonly CallRow[]): ReadonlyMap<string, CallRow> {
  const found = new Map<string, CallRow>();
  for (const call of calls) {
    const id = sentMessageId(call);
    if (id !== null) found.set(id, call);
  }
  return found;
}

function idIn(body: string): string | null {
  const messages = member(parseJson(body), "messages");
  const first = Array.isArray(messages) ? messages[0] : undefined;
  const id = isJsonObject(first) ? member(first, "id") : undefined;
  return typeof id === "string" ? id : null;
}
