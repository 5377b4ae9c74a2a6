import type { Finding, PartialValue } from "../../argument-check";

/** Message IDs begin with `wamid.` (Cloud API reference, "Messages"). */
export function checkMessageId(id: PartialValue): readonly Finding[] {
  if (id.kind !== "text" || id.value === "" || id.value === "0" || id.value.startsWith("wamid.")) return [];
  const message =
    "Message IDs begin with `wamid.`: take the `messages[1].id` that a send function answered with.";
  return [{ path: ["message_id"], code: "message-id", severity: "warning", message }];
}
