import type { Catalog } from "../integrations/catalog";
import type { HttpRequest } from "../shared/http-message";
import type { JsonValue } from "../shared/json";
import type { Result } from "../shared/result";
import { type CallInput, parseCallInput } from "./call-input";
import type { CallRow } from "./call-row";
import { type CallTiming, type Concluded, concludeRefused, concludeSent, type Sent } from "./conclude";
import { type Accounts, prepare } from "./prepare";
import type { Target } from "./resolve";
import { MASK, showToken } from "./show-token";

export interface MockDoorOptions {
  readonly catalog: Catalog;
  readonly accounts: Accounts;
  /** Token of an account of the simulated world. */
  token(integration: string, account: string): string;
  /** Why a call cannot be simulated, or `null`. */
  objection(target: Target): string | null;
  /** Answers at once, or says at once how the connection was lost. */
  simulate(integration: string, request: HttpRequest): Sent;
  /** Milliseconds since the run began. */
  elapsedMs(): number;
  log(row: CallRow): void;
}

/** The door inside the worker: no permission, no network, nothing waits. */
export function mockDoor(options: MockDoorOptions): (text: string) => Result<JsonValue> {
  let calls = 0;
  return (text) => {
    const id = ++calls;
    const startedMs = options.elapsedMs();
    const timing = () => ({ id, startedMs, durationMs: options.elapsedMs() - startedMs });
    const input = parseCallInput(text);
    if (!input.ok) return input;
    const { outcome, row } = callThrough(input.value, options, timing);
    options.log(row);
    return outcome;
  };
}

function callThrough(input: CallInput, options: MockDoorOptions, timing: () => CallTiming): Concluded {
  const preparation = prepare(input, options.catalog, options.accounts, options.objection);
  if (preparation.kind === "refused")
    return concludeRefused(input, preparation.target, preparation.message, timing());
  const { prepared } = preparation;
  const { id: integration, authorization } = prepared.target.integration;
  const token = options.token(integration, prepared.account.name);
  const [way] = authorization.ways;
  const sent = options.simulate(integration, way.authorize(prepared.request, token));
  return concludeSent(input, prepared, sent, showToken(prepared.request, MASK, way), timing());
}
