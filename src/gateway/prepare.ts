import type { AccountRef, CallArguments, Catalog } from "../integrations/catalog";
import type { HttpRequest } from "../shared/http-message";
import { messageOf } from "../shared/message-of";
import { coerceArguments } from "./arguments";
import type { CallInput } from "./call-input";
import { resolve, type Target } from "./resolve";

/** What a door knows about the accounts behind it. */
export interface Accounts {
  /** Names that exist besides `default`. */
  names(integration: string): readonly string[];
  /** Looks up an account by name (`"default"` works too). Never includes the token. */
  find(integration: string, name: string): ConfiguredAccount | null;
}

export interface ConfiguredAccount extends AccountRef {
  /** A token and every required field are there. */
  readonly complete: boolean;
}

/** A call that is ready to be confirmed and sent. */
export interface Prepared {
  readonly target: Target;
  readonly account: AccountRef;
  readonly args: CallArguments;
  readonly request: HttpRequest;
}

/** The target is known as soon as the path resolves, also when the call is then refused. */
export type Preparation =
  | { readonly kind: "ready"; readonly prepared: Prepared }
  | { readonly kind: "refused"; readonly target: Target | null; readonly message: string };

/** Everything that happens to a call before it is sent, in this order: path, permission, account, arguments, request. Pure. */
export function prepare(
  input: CallInput,
  catalog: Catalog,
  accounts: Accounts,
  objection: (target: Target) => string | null = () => null,
): Preparation {
  const resolved = resolve(input.path, catalog, accounts.names);
  if (!resolved.ok) return { kind: "refused", target: null, message: resolved.message };
  const target = resolved.value;
  const refused = (message: string): Preparation => ({ kind: "refused", target, message });
  const objected = objection(target);
  if (objected !== null) return refused(objected);
  const account = accounts.find(target.integration.id, target.account);
  if (account === null || !account.complete) return refused(target.integration.messages.notConfigured);
  const checked = coerceArguments(input.args, target.fn.parameters);
  if (!checked.ok) return refused(checked.message);
  const { name, fields } = account;
  // `default` is an alias for a live account: the request and the log name the account itself.
  const settled = name === target.account ? target : { ...target, account: name };
  try {
    const request = target.fn.request(checked.value, { name, fields });
    return {
      kind: "ready",
      prepared: { target: settled, account: { name, fields }, args: checked.value, request },
    };
  } catch (error) {
    return refused(messageOf(error));
  }
}
