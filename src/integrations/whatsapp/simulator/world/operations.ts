/**
 * What a call can ask for, by the names that fault rules and the world's counters use. A route without a name of its own
 * counts as `other`.
 */
export const operations = [
  "send_message",
  "send_template",
  "get_message",
  "list_templates",
  "list_contacts",
  "get_current_user",
  "mark_read",
  "get_phone_number",
  "other",
] as const;

export type Operation = (typeof operations)[number];
