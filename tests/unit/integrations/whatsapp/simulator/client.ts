import {
  apply,
  mockAccounts,
  type Reply,
  seedWorld,
  type World,
  type WorldEvent,
} from "../../../../../src/integrations/whatsapp/simulator/index";
import { respond } from "../../../../../src/integrations/whatsapp/simulator/respond";
import { allRoutes } from "../../../../../src/integrations/whatsapp/simulator/routes";
import type { HttpRequest, HttpResponse } from "../../../../../src/shared/http-message";
import { type JsonValue, member } from "../../../../../src/shared/json";

/** A client of one account over a world that moves on with each call, as the gateway would drive it. */
export class Client {
  world: World;
  readonly events: WorldEvent[] = [];
  readonly account: string;
  version = "v26.0";
  token: string | null;

  constructor(world: World = seedWorld(), account = "default") {
    this.world = world;
    this.account = account;
    this.token = this.credentials().token;
  }

  get phoneNumberId(): string {
    return this.credentials().fields.phone_number_id ?? "";
  }

  get wabaId(): string {
    return this.credentials().fields.waba_id ?? "";
  }

  request(method: HttpRequest["method"], path: string, body: unknown = null): HttpRequest {
    const headers = this.token === null ? {} : { Authorization: `Bearer ${this.token}` };
    const text = body === null ? null : typeof body === "string" ? body : JSON.stringify(body);
    return { method, url: `https://graph.facebook.com/${this.version}${path}`, headers, body: text };
  }

  /** What comes back, a lost connection included. */
  send(request: HttpRequest): Reply {
    const { reply, events } = respond(this.world, request, allRoutes);
    this.take(events);
    return reply;
  }

  /** The response of a call that gets one. */
  call(request: HttpRequest): HttpResponse {
    const reply = this.send(request);
    if (reply.kind === "lost") throw new Error(`no answer: ${reply.how}`);
    return reply.response;
  }

  take(events: readonly WorldEvent[]): void {
    this.events.push(...events);
    this.world = events.reduce(apply, this.world);
  }

  get(path: string): Answer {
    return answerOf(this.call(this.request("GET", path)));
  }

  post(body: unknown, path = `/${this.phoneNumberId}/messages`): Answer {
    return answerOf(this.call(this.request("POST", path, body)));
  }

  sendText(to: JsonValue, body: JsonValue = "Hello"): Answer {
    return this.post({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to,
      type: "text",
      text: { body },
    });
  }

  sendTemplate(
    name: string,
    components?: JsonValue,
    { to = "15551234567", language = "en_US" } = {},
  ): Answer {
    const template = {
      name,
      language: { code: language },
      ...(components === undefined ? {} : { components }),
    };
    return this.post({ messaging_product: "whatsapp", to, type: "template", template });
  }

  message(id: string): JsonValue | undefined {
    return at(this.get(`/${encodeURIComponent(id)}`).body, "messages", 0);
  }

  wait(ms: number): void {
    this.world = apply(this.world, { type: "time_passed", ms });
  }

  private credentials() {
    const found = mockAccounts(this.world).find((one) => one.name === this.account);
    if (found === undefined) throw new Error(`no account ${this.account}`);
    return found;
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: HttpResponse["headers"];
  readonly body: JsonValue;
}

export function answerOf(response: HttpResponse): Answer {
  return { status: response.status, headers: response.headers, body: JSON.parse(response.body) };
}

/** The value at a path of an answer. */
export function at(
  value: JsonValue | undefined,
  ...path: readonly (string | number)[]
): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (inner, step) =>
      typeof step === "number" ? (Array.isArray(inner) ? inner[step] : undefined) : member(inner, step),
    value,
  );
}

export function text(value: JsonValue | undefined): string {
  if (typeof value !== "string") throw new Error(`expected text, got ${JSON.stringify(value)}`);
  return value;
}

export function items(value: JsonValue | undefined): readonly JsonValue[] {
  if (!Array.isArray(value)) throw new Error(`expected a list, got ${JSON.stringify(value)}`);
  return value;
}

/** The id a send was answered with. */
export function sentId(answer: Answer): string {
  return text(at(answer.body, "messages", 0, "id"));
}

/** The error object without its trace id, and the HTTP status. */
export function errorOf(answer: Answer): { status: number; error: JsonValue } {
  const error = member(answer.body, "error");
  if (typeof error !== "object" || error === null || Array.isArray(error)) {
    throw new Error(`expected an error, got ${JSON.stringify(answer.body)}`);
  }
  const { fbtrace_id: trace, ...rest } = error as Record<string, JsonValue>;
  if (!/^A[\w-]{22}$/.test(String(trace))) throw new Error(`no trace id in ${JSON.stringify(error)}`);
  return { status: answer.status, error: rest };
}

/** What `errorOf` gives for an error with details. */
export function whatsappError(status: number, code: number, title: string, details: string) {
  return {
    status,
    error: {
      message: `(#${code}) ${title}`,
      type: "OAuthException",
      code,
      error_data: { messaging_product: "whatsapp", details },
    },
  };
}

/** What `errorOf` gives for a code 100 error without details. */
export function parameterError(sentence: string) {
  return { status: 400, error: { message: `(#100) ${sentence}`, type: "OAuthException", code: 100 } };
}
