/** Maps calls to the messages they sent, and back. */
import type { Exchange } from "../../shared/http-message";
import { isJsonObject, member, parseJson } from "../../shared/json";

const known = new WeakMap<Exchange, { readonly id: string | null }>();

/** The id of the message that a call sent (`messages[0].id` of its response), or `null`. */
export function sentMessageId(call: Exchange): string | null {
  const cached = known.get(call);
  if (cached !== undefined) return cached.id;
  const id = call.request?.method === "POST" && call.response !== null ? idIn(call.response.body) : null;
  known.set(call, { id });
  return id;
}

/** The run's calls by the id of the message they sent. */
export function callsByMessage<Call extends Exchange>(calls: readonly Call[]): ReadonlyMap<string, Call> {
  const found = new Map<string, Call>();
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
