/** Live mode's door and everything behind it: vault, permissions, `fetch`. Loaded when live is switched on. */

import type { CallRow } from "../gateway/call-row";
import type { Sent } from "../gateway/conclude";
import { maskRequest } from "../gateway/live/mask";
import { decidePermission, deniedMessage, refusedMessage } from "../gateway/live/permission";
import { sendLive } from "../gateway/live/send";
import { liveDoor } from "../gateway/live-door";
import type { ConfiguredAccount, Prepared } from "../gateway/prepare";
import { DEFAULT_ACCOUNT } from "../gateway/resolve";
import type { Catalog } from "../integrations/catalog";
import { messageOf } from "../shared/message-of";
import type { SavedAccount } from "../vault/accounts";
import type { Vault } from "../vault/vault";
import type { RunNote } from "./cut-runs";
import { findGraphProxy } from "./graph-proxy";
import type { Permissions } from "./permissions";
import { permissionsFor, type SettingsModel } from "./settings";

export interface LiveRun {
  readonly catalog: Catalog;
  readonly vault: Vault;
  readonly permissions: Permissions;
  readonly settings: SettingsModel;
  /** Aborted when the run ends, for whatever reason. */
  readonly over: AbortSignal;
  readonly note: Pick<RunNote, "sends" | "settled">;
  /** Called with the number of writes sent so far because the person allowed all in this run. */
  sentUnasked(count: number): void;
  elapsedMs(): number;
  log(row: CallRow): void;
}

/** Opens the door of one live run: a function from a call's JSON to the response's. */
export function openLiveDoor(run: LiveRun): (text: string, worked: (ms: number) => void) => Promise<string> {
  const { catalog, vault, permissions, settings, over } = run;
  /** What the person allowed for the rest of the run: the account and kind of call named in the question. */
  const allowed = new Set<string>();
  const allowedAs = ({ target, account }: Prepared) =>
    JSON.stringify([target.integration.id, account.name, target.fn.kind]);
  let sentUnasked = 0;
  const permissionsOf = (integration: string) =>
    permissionsFor(settings.settings.peek(), integration, catalog);
  const accounts = vaultAccounts(vault, catalog);
  const door = liveDoor({
    catalog,
    accounts,
    objection({ integration, fn }) {
      if (decidePermission(permissionsOf(integration.id), fn.kind, true) === "deny") {
        return deniedMessage(integration.id, fn.kind);
      }
      return vault.status().kind === "locked"
        ? "Accounts are locked. Enter the passphrase under Accounts and run again."
        : null;
    },
    async permit(prepared, line) {
      const { integration, fn } = prepared.target;
      const what = allowedAs(prepared);
      const decision = decidePermission(permissionsOf(integration.id), fn.kind, allowed.has(what));
      if (decision === "allow") return null;
      const { requestContent, visibleText } = await import("../gateway/live/question");
      const answer = await permissions.ask(
        {
          integration: integration.id,
          functionName: fn.name,
          account: visibleText(prepared.account.name),
          kind: fn.kind,
          line,
          content: requestContent(prepared),
        },
        over,
      );
      if (answer === "run") allowed.add(what);
      return answer === "deny" ? refusedMessage(integration.id, fn.kind) : null;
    },
    over,
    async send(prepared, worked) {
      const { integration, fn } = prepared.target;
      if (fn.kind === "read") return send(prepared, accounts.saved(prepared), run, worked);
      if (allowed.has(allowedAs(prepared))) run.sentUnasked(++sentUnasked);
      run.note.sends(`${integration.id}.${fn.name} with the account “${prepared.account.name}”`);
      const sent = await send(prepared, accounts.saved(prepared), run, worked);
      if (sent.kind === "response" || sent.sent === "no") run.note.settled(sent.kind === "response");
      return sent;
    },
    mask: (prepared) =>
      maskRequest(
        prepared.request,
        accounts.saved(prepared)?.tokenTail ?? null,
        prepared.target.integration.authorization.ways[0],
      ),
    elapsedMs: run.elapsedMs,
    log: run.log,
  });
  return async (text, worked) => JSON.stringify(await door(text, worked));
}

function vaultAccounts(vault: Vault, catalog: Catalog) {
  const of = (integration: string) =>
    vault.accounts().filter((account) => account.integration === integration);
  const find = (integration: string, name: string): SavedAccount | undefined =>
    of(integration).find((account) => (name === DEFAULT_ACCOUNT ? account.isDefault : account.name === name));
  const required = (integration: string) =>
    catalog.integrations
      .find(({ id }) => id === integration)
      ?.accountFields.filter((field) => field.required) ?? [];
  return {
    names: (integration: string) => of(integration).map(({ name }) => name),
    find(integration: string, name: string): ConfiguredAccount | null {
      const account = find(integration, name);
      if (account === undefined) return null;
      const fields = required(integration).every((field) => (account.fields[field.name] ?? "") !== "");
      return { name: account.name, fields: account.fields, complete: fields && account.tokenTail !== null };
    },
    saved: ({ target, account }: Prepared) => find(target.integration.id, account.name),
  };
}

async function send(
  prepared: Prepared,
  account: SavedAccount | undefined,
  run: LiveRun,
  worked: (ms: number) => void,
): Promise<Sent> {
  const failed = (reason: string): Sent => ({ kind: "failed", reason, sent: "no" });
  if (account === undefined) return failed("the account was deleted during the run");
  const route = account.route ?? "bearer";
  const proxy = route === "proxy" ? await findGraphProxy() : null;
  const token = await run.vault.token(account.id).catch((error: unknown) => error);
  if (typeof token !== "string") return failed(messageOf(token));
  return sendLive({
    request: prepared.request,
    authorization: prepared.target.integration.authorization,
    token,
    route,
    signal: run.over,
    worked,
    ...(proxy ?? { proxyBase: null }),
  });
}
