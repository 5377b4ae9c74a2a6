import { callCases } from "./box-cases";
import type { BoxCase } from "./case";
import { FAULTS, type Fault } from "./faults";

/** A script that runs in live mode against the graph server, with what its calls must have become. */
export interface LiveCase extends BoxCase {
  /** The status its last call's row must have; left out when none is looked at. */
  readonly lastCall?: "ok" | "error" | "unknown";
}

/** Accounts the cases use: `default`, and one named after each fault, whose base URL leads there. */
export const LIVE_ACCOUNTS: readonly { readonly name: string; readonly fault: Fault | null }[] = [
  { name: "default", fault: null },
  ...FAULTS.map((fault) => ({ name: accountOf(fault), fault })),
];

/** The name of the account behind which every request meets this fault. */
function accountOf(fault: Fault): string {
  return fault.replaceAll("-", "_");
}

const noConnection = { kind: "error", pattern: ":1: Failed to connect to WhatsApp API: \\S" } as const;
const read = (fault: Fault) => `app.integrations.whatsapp.${accountOf(fault)}.get_current_user()`;
const write = (fault: Fault) =>
  `app.integrations.whatsapp.${accountOf(fault)}.send_message { to = "15551234567", body = "Hello" }`;

const answers: readonly LiveCase[] = [
  {
    name: "live: a read answers",
    lua: `print(type(app.integrations.whatsapp.get_current_user().id))`,
    expect: { kind: "printed", text: "string" },
    lastCall: "ok",
  },
  {
    name: "live: a write answers",
    lua: `local r = app.integrations.whatsapp.send_message { to = "15551234567", body = "Hello \\u{1F44B}" }
print(type(r.messages[1].id))`,
    expect: { kind: "printed", text: "string" },
    lastCall: "ok",
  },
  {
    name: "live: Meta's refusal is raised in its own words",
    lua: `app.integrations.whatsapp.send_template { to = "15551234567", template_name = "no_such_template" }`,
    expect: { kind: "error", pattern: ":1: WhatsApp API error \\(\\d+\\): \\S" },
    lastCall: "error",
  },
  {
    name: "live: arguments are checked before anything is sent",
    lua: `app.integrations.whatsapp.send_message { to = "15551234567" }`,
    expect: { kind: "error", pattern: ':1: Message "body" is required\\.$' },
    lastCall: "error",
  },
  {
    name: "live: an unknown account is an unknown function",
    lua: `app.integrations.whatsapp.nobody.send_message {}`,
    expect: {
      kind: "error",
      pattern: ":1: Unknown function: app\\.integrations\\.whatsapp\\.nobody\\.send_message",
    },
  },
  {
    name: "live: a thousand answers come in order",
    lua: `local last = nil
for i = 1, 1000 do
  local ok, message = pcall(app.integrations.whatsapp.get_message, { message_id = "" })
  assert(not ok and message:find("message_id is required.", 1, true), i)
end
print("done")`,
    expect: { kind: "printed", text: "done" },
  },
];

const failures: readonly LiveCase[] = [
  {
    name: "live: a preflight is refused",
    lua: read("preflight-refused"),
    expect: noConnection,
    lastCall: "error",
  },
  {
    name: "live: the connection is cut in a read",
    lua: read("cut"),
    expect: noConnection,
    lastCall: "error",
  },
  {
    name: "live: the connection is cut in a write, whose outcome is unknown",
    lua: write("cut"),
    expect: noConnection,
    lastCall: "unknown",
  },
  { name: "live: the connection is cut in the answer", lua: read("cut-answer"), expect: noConnection },
  {
    name: "live: an HTML page answers",
    lua: read("html"),
    expect: {
      kind: "error",
      pattern:
        ":1: WhatsApp API endpoint not available \\(HTTP 404\\)\\. Check the base URL and phone number ID\\.$",
    },
    lastCall: "error",
  },
  {
    name: "live: 401, its text echoing the token",
    lua: read("unauthorized"),
    expect: { kind: "error", pattern: ":1: WhatsApp API error \\(401\\): Error validating access token" },
    lastCall: "error",
  },
  {
    name: "live: 429 is raised and not retried",
    lua: write("rate-limited"),
    expect: { kind: "error", pattern: ":1: WhatsApp API error \\(429\\): \\(#130429\\) Rate limit hit$" },
    lastCall: "error",
  },
  {
    name: "live: an answer that is no JSON fails",
    lua: read("nonsense"),
    expect: { kind: "error", pattern: ":1: " },
    lastCall: "error",
  },
  {
    name: "live: Stop ends a call that gets no answer",
    lua: `print("begun")\n${write("slow")}`,
    expect: { kind: "stopped" },
    stop: true,
  },
];

export const liveCases: readonly LiveCase[] = [
  ...answers,
  ...failures,
  ...callCases.map((each) => ({ ...each, name: `live: ${each.name}` })),
];
