import { readOptions } from "../../../shared/read-options";
import { UsageError } from "../../../shared/usage-error";
import { newestVersion } from "../api-version";
import type { Subscription } from "./webhooks/subscriber";

export const graphUsage = `Serves the simulated WhatsApp Cloud API on this machine.

  npm run graph -- [options]

  --port N               port to listen on, loopback only (default: any free one)
  --world WORLD          world to start with: shop (default), clinic, support-desk, empty, or a JSON file
  --save-world FILE      save the world in this file as it changes, with undelivered webhooks. If the file exists,
                         continue from it. Acknowledged requests survive a kill at any moment (FILE.journal.N
                         holds the changes since the file was last written)
  --allow-origin ORIGIN  let web pages of this origin use it, e.g. https://app.example; may be repeated
                         (programs and pages on this machine always can)
  --clock run|calls      whether simulated time runs in real time, or advances only with calls
                         (default: run with --webhook, else calls)
  --preflight answer|refuse
                         how to treat a browser's preflight (default: answer)
  --webhook URL          post status updates and customers' messages there, as Meta does
  --app-secret SECRET    sign them: X-Hub-Signature-256 (and X-Hub-Signature), HMAC over the raw body
  --verify-token TOKEN   verify the subscriber first: GET with hub.mode, hub.challenge, hub.verify_token
  --webhook-version N    Graph version of the webhook format, e.g. 23 (default: ${newestVersion})
  --help                 print this help

Besides the API, for programs on this machine (not web pages):

  GET /_world            the world as it is; PUT replaces it, DELETE goes back to the first
  POST /_world/time      {"ms": 3600000}: an hour passes
  POST /_world/inbound   {"account": "default", "from": "15551234567", "text": "Hi"}: a customer writes,
                         or {"message_id": "wamid…", "button": 0}: presses a template's quick reply
  POST /_world/events    a list of any of the world's events, e.g. that a contact blocks the business:
                         [{"type": "contact_changed", "waId": "15551234567", "change": {"blockedBy": "contact"}}]
                         or that Meta pauses a template, changes a number or the account: template_changed,
                         account_changed, waba_changed, business_changed (docs/http-server.md)`;

export interface GraphOptions {
  readonly help: boolean;
  readonly port: number;
  /** A ready-made world's id or a world's file, or `null` for the default. */
  readonly world: string | null;
  /** The file that the world is saved in and continues from, or `null` for none. */
  readonly saveWorld: string | null;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly clock: "run" | "calls";
  readonly preflight: "answer" | "refuse";
  readonly webhook: (Subscription & { readonly version: number }) | null;
}

/** Parses the command's arguments. Throws a `UsageError` that names the invalid one. */
export function readGraphOptions(args: readonly string[]): GraphOptions {
  const values = parse(args);
  const webhook = readWebhook(values);
  return {
    help: values.help ?? false,
    port: numberOf("--port", values.port, { otherwise: 0, from: 0, to: 65_535 }),
    world: values.world ?? null,
    saveWorld: filled("--save-world", values["save-world"]),
    allowedOrigins: new Set((values["allow-origin"] ?? []).map(originOf)),
    clock: choice("--clock", values.clock, ["run", "calls"]) ?? (webhook === null ? "calls" : "run"),
    preflight: choice("--preflight", values.preflight, ["answer", "refuse"]) ?? "answer",
    webhook,
  };
}

const parse = (args: readonly string[]) =>
  readOptions(args, {
    options: {
      port: { type: "string" },
      world: { type: "string" },
      "save-world": { type: "string" },
      "allow-origin": { type: "string", multiple: true },
      clock: { type: "string" },
      preflight: { type: "string" },
      webhook: { type: "string" },
      "app-secret": { type: "string" },
      "verify-token": { type: "string" },
      "webhook-version": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  }).values;

function readWebhook(values: ReturnType<typeof parse>): GraphOptions["webhook"] {
  const { webhook: url } = values;
  if (url === undefined) {
    for (const name of ["app-secret", "verify-token", "webhook-version"] as const) {
      if (values[name] !== undefined) throw new UsageError(`--${name} needs --webhook URL.`);
    }
    return null;
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError(`--webhook must be an http or https address, not "${url}".`);
  }
  return {
    url,
    appSecret: filled("--app-secret", values["app-secret"]),
    verifyToken: filled("--verify-token", values["verify-token"]),
    version: numberOf("--webhook-version", values["webhook-version"]?.replace(/^v|\.0$/g, ""), {
      otherwise: newestVersion,
      from: 16,
      to: newestVersion,
    }),
  };
}

/** An origin as browsers write it. `null` is the origin of local files and similar pages. */
function originOf(text: string): string {
  if (text === "null") return text;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && /^https?:\/\/[^/]+\/?$/.test(text)) return url.origin;
  throw new UsageError(`--allow-origin must be an origin such as https://app.example, not "${text}".`);
}

function filled(option: string, text: string | undefined): string | null {
  if (text === "") throw new UsageError(`${option} must not be empty.`);
  return text ?? null;
}

function numberOf(
  option: string,
  text: string | undefined,
  { otherwise, from, to }: { readonly otherwise: number; readonly from: number; readonly to: number },
): number {
  if (text === undefined) return otherwise;
  if (/^\d{1,5}$/.test(text) && Number(text) >= from && Number(text) <= to) return Number(text);
  throw new UsageError(`${option} must be a number from ${from} to ${to}, not "${text}".`);
}

function choice<Word extends string>(
  option: string,
  text: string | undefined,
  words: readonly Word[],
): Word | null {
  if (text === undefined) return null;
  const chosen = words.find((word) => word === text);
  if (chosen !== undefined) return chosen;
  throw new UsageError(`${option} must be ${words.join(" or ")}, not "${text}".`);
}
