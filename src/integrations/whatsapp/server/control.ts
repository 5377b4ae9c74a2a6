import type { IncomingMessage } from "node:http";
import * as v from "valibot";
import { isLoopback } from "../../../shared/loopback";
import { messageOf } from "../../../shared/message-of";
import { parseEvents, parseWorld, pressButton, receive, type World, type WorldEvent } from "../simulator";
import { WaId } from "../simulator/page";
import type { GraphWorld } from "./served-world";

/** The address below which a person, a test or a script moves the simulated world. Graph ids never begin with `_`. */
const controlPath = "/_world";

/** A response of the control address: a status and a JSON value. */
export interface ControlAnswer {
  readonly status: number;
  readonly value: unknown;
}

/** A request that the control address refuses. The message says what to change. */
class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Whether the path asks for the control address. */
export function isControl(path: string): boolean {
  return path === controlPath || path.startsWith(`${controlPath}/`) || path.startsWith(`${controlPath}?`);
}

/**
 * Why a request may not use the control address, or `null` if it may. Only programs on this machine may: no other machine, no
 * web page (pages send `Origin` or `Sec-Fetch-Site`), and no host name that someone else pointed here (DNS rebinding).
 */
export function whyForbidden({
  headers,
  socket,
}: Pick<IncomingMessage, "headers" | "socket">): string | null {
  const address = socket.remoteAddress ?? "";
  if (!/^(?:::1$|(?:::ffff:)?127\.)/.test(address)) return "Only this machine may use it.";
  const site = headers["sec-fetch-site"];
  if (headers.origin !== undefined || (site !== undefined && site !== "none")) {
    return "Web pages may not use it: the request carries Origin or Sec-Fetch-Site.";
  }
  const named = `http://${headers.host ?? ""}`;
  if (!URL.canParse(named) || !isLoopback(new URL(named).hostname)) {
    return "The Host header must be localhost or 127.0.0.1.";
  }
  return null;
}

/** Handles a request to the control address. A refusal is a JSON object with an `error`. */
export function control(world: GraphWorld, method: string, path: string, body: string | null): ControlAnswer {
  try {
    return follow(world, `${method} ${path.replace(/\?.*$/, "")}`, body);
  } catch (problem) {
    if (!(problem instanceof ControlError)) throw problem;
    return { status: problem.status, value: { error: problem.message } };
  }
}

function follow(world: GraphWorld, request: string, body: string | null): ControlAnswer {
  switch (request) {
    case `GET ${controlPath}`:
    case `HEAD ${controlPath}`:
      return { status: 200, value: world.current };
    case `PUT ${controlPath}`:
      world.replace(readWorld(body));
      return clockOf(world);
    case `DELETE ${controlPath}`:
      world.reset();
      return clockOf(world);
    case `POST ${controlPath}/time`: {
      const { ms } = read(TimeSchema, body);
      act(world, [{ type: "time_passed", ms }]);
      return clockOf(world);
    }
    case `POST ${controlPath}/inbound`:
      return inbound(world, readInbound(body));
    case `POST ${controlPath}/events`:
      act(world, parseJson(body));
      return clockOf(world);
    default:
      throw new ControlError(404, `There is no ${request}. ${whatThereIs}`);
  }
}

const whatThereIs = `Use GET, PUT or DELETE ${controlPath}, or POST ${controlPath}/time, /inbound or /events.`;

const TimeSchema = v.strictObject({ ms: v.pipe(v.number(), v.integer(), v.minValue(0)) });

const TextSchema = v.strictObject({
  account: v.optional(v.string(), "default"),
  from: WaId,
  text: v.pipe(v.string(), v.minLength(1)),
});

const ButtonSchema = v.strictObject({
  message_id: v.string(),
  button: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

type Said = v.InferOutput<typeof TextSchema> | v.InferOutput<typeof ButtonSchema>;

const forms = `A text is {"from": "15551234567", "text": "Hi"}, with "account" if it is not for "default"; a press on a template's button is {"message_id": "wamid…", "button": 0}.`;

/** A text to an account by name, or a press of a template message's button (counted from 0). */
function readInbound(body: string | null): Said {
  const json = parseJson(body);
  const object = v.safeParse(v.record(v.string(), v.unknown()), json);
  if (!object.success || Array.isArray(json))
    throw new ControlError(400, `The body must be a JSON object. ${forms}`);
  const value = object.output;
  const schema = value.message_id === undefined && value.button === undefined ? TextSchema : ButtonSchema;
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const { type } = value;
  if (typeof type === "string" && type !== "text") {
    throw new ControlError(400, `type: Not simulated: inbound messages of type ${type}. ${forms}`);
  }
  throw new ControlError(
    400,
    `${parsed.issues.map((issue) => inboundProblem(schema, issue)).join(" ")} ${forms}`,
  );
}

/** One problem in the body, by field. */
function inboundProblem(schema: { readonly entries: object }, issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? "The body";
  if (!Object.hasOwn(schema.entries, field)) return `${field}: no such field.`;
  if (issue.input === undefined) return `${field}: missing.`;
  if (issue.type === "min_length") return `${field}: must not be empty.`;
  return `${field}: ${issue.message}.`;
}

/** A customer writes or presses a button. Returns the message's id. */
function inbound(world: GraphWorld, said: Said): ControlAnswer {
  const event = "text" in said ? textEvent(world.current, said) : buttonEvent(world.current, said);
  act(world, [event]);
  return { status: 200, value: { id: event.type === "message_received" ? event.message.id : null } };
}

function textEvent(
  world: World,
  { account, from, text }: { account: string; from: string; text: string },
): WorldEvent {
  const wanted = world.accounts.find((one) => one.name === account);
  if (wanted !== undefined) return receive(world, wanted.phoneNumberId, from, text);
  const names = world.accounts.map((one) => one.name).join(", ");
  throw new ControlError(400, `account: there is no "${account}", only ${names || "none at all"}.`);
}

function buttonEvent(
  world: World,
  { message_id: id, button }: { message_id: string; button: number },
): WorldEvent {
  const event = pressButton(world, id, button);
  if (event !== null) return event;
  throw new ControlError(400, `button: ${id} is not a template message with a quick reply at ${button}.`);
}

/** These events come from outside too, so they are checked like the sandbox's. */
function act(world: GraphWorld, value: unknown): void {
  const parsed = parseEvents(value);
  if (!parsed.ok) throw new ControlError(400, parsed.message);
  world.act(parsed.value);
}

function clockOf(world: GraphWorld): ControlAnswer {
  const { clock } = world.current;
  return { status: 200, value: { clock, time: new Date(clock).toISOString() } };
}

function readWorld(body: string | null): World {
  const parsed = parseWorld(parseJson(body));
  if (!parsed.ok) throw new ControlError(400, parsed.message);
  return parsed.value;
}

function read<Schema extends v.GenericSchema>(schema: Schema, body: string | null): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, parseJson(body));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new ControlError(400, `${v.getDotPath(issue) ?? "The body"}: ${issue.message}.`);
}

function parseJson(body: string | null): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch (problem) {
    throw new ControlError(400, `The body is not JSON: ${messageOf(problem)}`);
  }
}
