import type { Catalog } from "../integrations/catalog";
import type { HttpRequest } from "../shared/http-message";
import { parseCallInput } from "./call-input";
import type { CallRow } from "./call-row";
import { concludeRefused, concludeSent, type Outcome, type Sent } from "./conclude";
import { type Accounts, prepare } from "./prepare";

export interface MockDoorOptions {
  readonly catalog: Catalog;
  readonly accounts: Accounts;
  /** Token of an account of the simulated world. */
  token(integration: string, account: string): string;
  /** Answers at once, or says at once how the connection was lost. */
  simulate(request: HttpRequest): Sent;
  /** Milliseconds since the run began. */
  elapsedMs(): number;
  log(row: CallRow): void;
}

/** The door as it stands inside the worker: no permission, no network, nothing waits. */
export function mockDoor(options: MockDoorOptions): (text: string) => Outcome {
  let calls = 0;
  return (text) => {
    const id = ++calls;
    const startedMs = options.elapsedMs();
    const timing = () => ({ id, startedMs, durationMs: options.elapsedMs() - startedMs });
    const input = parseCallInput(text);
    if (typeof input === "string") return { ok: false, message: input };
    const preparation = prepare(input, options.catalog, options.accounts);
    if (preparation.kind === "refused") {
      const { outcome, row } = concludeRefused(input, preparation.target, preparation.message, timing());
      options.log(row);
      return outcome;
    }
    const { prepared } = preparation;
    const token = options.token(prepared.target.integration.id, prepared.account.name);
    const { method, url, headers, body } = prepared.request;
    const authorize = (value: string): HttpRequest => ({
      method,
      url,
      headers: { ...headers, Authorization: `Bearer ${value}` },
      body,
    });
    const sent = options.simulate(authorize(token));
    const { outcome, row } = concludeSent(input, prepared, sent, authorize("••••"), timing());
    options.log(row);
    return outcome;
  };
}
