import type { Catalog } from "../integrations/catalog";
import type { HttpRequest } from "../shared/http-message";
import type { JsonValue } from "../shared/json";
import type { Result } from "../shared/result";
import { type CallInput, parseCallInput } from "./call-input";
import type { CallRow } from "./call-row";
import { type CallTiming, type Concluded, concludeRefused, concludeSent, type Sent } from "./conclude";
import { type Accounts, type Prepared, prepare } from "./prepare";
import type { Target } from "./resolve";

/** Called with milliseconds that the page computed for a call, on its own thread. */
type Worked = (ms: number) => void;

export interface LiveDoorOptions {
  readonly catalog: Catalog;
  readonly accounts: Accounts;
  /** Called before anything else. Returns the text to raise if the settings forbid this kind of call, or `null`. */
  objection(target: Target): string | null;
  /** Asked when the call is ready to leave: null to let it go, or the text to raise. Waits for a person if need be. */
  permit(prepared: Prepared, line: number | null): Promise<string | null>;
  /** Aborted when the run is over. Nothing is sent from then on, whatever was permitted. */
  readonly over: AbortSignal;
  /** Sends with the account's token, once. Never throws, and never returns anything that contains the token. */
  send(prepared: Prepared, worked: Worked): Promise<Sent>;
  /** The request as its row may show it. */
  mask(prepared: Prepared): HttpRequest;
  /** Milliseconds since the run began. */
  elapsedMs(): number;
  log(row: CallRow): void;
}

/** The door on the page. Input from the worker is hostile, so everything is checked again, starting with the text. */
export function liveDoor(
  options: LiveDoorOptions,
): (text: string, worked?: Worked) => Promise<Result<JsonValue>> {
  let calls = 0;
  return async (text, worked = () => {}) => {
    const id = ++calls;
    const startedMs = options.elapsedMs();
    const timing = (waitedMs = 0): CallTiming => ({
      id,
      startedMs,
      durationMs: options.elapsedMs() - startedMs - waitedMs,
    });
    const input = timed(worked, () => parseCallInput(text));
    if (!input.ok) return input;
    const { outcome, row } = await callThrough(input.value, options, timing, worked);
    options.log(row);
    return outcome;
  };
}

async function callThrough(
  input: CallInput,
  options: LiveDoorOptions,
  timing: (waitedMs?: number) => CallTiming,
  worked: Worked,
): Promise<Concluded> {
  const preparation = timed(worked, () =>
    prepare(input, options.catalog, options.accounts, options.objection),
  );
  if (preparation.kind === "refused") {
    return concludeRefused(input, preparation.target, preparation.message, timing());
  }
  const { prepared } = preparation;
  const askedMs = options.elapsedMs();
  const refusal = await options.permit(prepared, input.line);
  // How long a person thinks is not how long the call took.
  const waitedMs = options.elapsedMs() - askedMs;
  if (refusal !== null) return concludeRefused(input, prepared.target, refusal, timing(waitedMs));
  const sent: Sent = options.over.aborted
    ? { kind: "cancelled", sent: "no" }
    : await options.send(prepared, worked);
  return timed(worked, () => concludeSent(input, prepared, sent, options.mask(prepared), timing(waitedMs)));
}

function timed<T>(worked: Worked, work: () => T): T {
  const began = performance.now();
  const result = work();
  worked(performance.now() - began);
  return result;
}
