import type { CalledFunction, Catalog, Explainer, Explanation } from "../integrations/catalog";
import { shorten } from "../shared/cut-text";
import { keepsArgs } from "./call-input";
import type { CallRow } from "./call-row";

/** Characters of an explanation. It may quote the API, and so whatever a script sent. */
const LONGEST = 20_000;

/**
 * Says in plain words why a call failed, or what to notice in its success. Returns `null` if there is nothing to add. Needs
 * only the call's row, so mock calls, live calls and stored ones are explained alike. `explainers`: by integration.
 */
export function explainCall(
  row: CallRow,
  { integrations }: Catalog,
  explainers: ReadonlyMap<string, Explainer>,
): Explanation | null {
  const integration = integrations.find(({ id }) => id === row.group);
  const fn = integration?.functions.find(({ name }) => name === row.name);
  if (integration === undefined || fn === undefined) return null;
  const { error, response } = row;
  const explainer = explainers.get(integration.id);
  const lost = explainLost(row, fn);
  if (error === null) {
    const read = response && integration.read(response);
    return lost ?? clipped(read?.ok ? explainer?.remark?.(read.value) : null);
  }
  if (response !== null) return clipped(explainer?.explain(response)) ?? lost;
  // The other refusals themselves say what to do.
  if (error !== integration.messages.notConfigured) return lost;
  return {
    text: "Live mode needs a saved account with an access token and IDs. Add one under Accounts, or switch to mock, which doesn't need one.",
    page: "accounts",
  };
}

/** Explains that arguments passed by position are lost. Returns `null` if the call passed none. */
function explainLost({ args }: CallRow, fn: CalledFunction): Explanation | null {
  const [first] = args;
  if (first === undefined || (typeof first === "object" && first !== null) || !keepsArgs(args)) return null;
  const names = fn.parameters.map(({ name }) => `${name} = …`);
  const instead = names.length === 0 ? `${fn.name}()` : `${fn.name}{ ${names.join(", ")} }`;
  return {
    text: `Positional arguments are ignored, as on the agent host. Pass one table: ${instead}.`,
    page: "language",
  };
}

function clipped(explanation: Explanation | null | undefined): Explanation | null {
  return explanation ? { ...explanation, text: shorten(explanation.text, LONGEST) } : null;
}
