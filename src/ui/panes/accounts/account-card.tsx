import { Pencil, Plug, Star, Trash2, X } from "lucide";
import { useState } from "preact/hooks";
import type { Integration } from "../../../integrations/catalog";
import type { SavedAccount } from "../../../vault/vault-api";
import { usePlayground } from "../../page";
import { PaneButton } from "../../parts/button";
import { CopyButton } from "../shared/copy-button";
import { attempt } from "./attempt";
import { Confirm } from "./confirm";
import { routeText, TestOutcome, useConnectionTest } from "./connection-test";

interface CardProps {
  readonly integration: Integration;
  readonly account: SavedAccount;
  readonly locked: boolean;
  onEdit(): void;
}

/** A saved account: how scripts call it, what is saved, and what can be done with it. */
export function AccountCard({ integration, account, locked, onEdit }: CardProps) {
  const playground = usePlayground();
  const [asking, setAsking] = useState(false);
  const test = useConnectionTest(playground, account);
  const path = `app.integrations.${integration.id}.${account.name}`;
  const remove = async () => {
    setAsking(false);
    await attempt(playground, `delete the account ${account.name}`, () =>
      playground.accounts.remove(account.id),
    );
  };
  const makeDefault = () =>
    attempt(playground, `make ${account.name} the default`, () =>
      playground.accounts.makeDefault(account.id),
    );
  return (
    <li class="accounts-card">
      <div class="accounts-card-head">
        <h3>{account.name}</h3>
        {account.isDefault && <span class="accounts-tag">default</span>}
      </div>
      <div class="accounts-path">
        <code>{path}</code>
        <CopyButton label={`Copy the path of ${account.name}`} text={() => path} />
      </div>
      <dl class="accounts-facts">
        <dt>Token</dt>
        <dd>{account.tokenTail === null ? "none saved" : `••••${account.tokenTail}`}</dd>
        {integration.accountFields.map((field) => {
          const value = account.fields[field.name];
          return value === undefined || value === "" ? null : (
            <Fact key={field.name} label={field.label} value={value} />
          );
        })}
        <dt>Connection</dt>
        <dd>{routeText(account.route)}</dd>
      </dl>
      <TestOutcome state={test.state} />
      <div class="accounts-actions">
        {test.state.kind === "running" ? (
          <PaneButton icon={X} onClick={test.cancel}>
            Cancel test
          </PaneButton>
        ) : (
          <PaneButton
            icon={Plug}
            disabled={locked || account.tokenTail === null}
            title="Reads from the API with this account's token; sends no message"
            onClick={() => void test.start()}
          >
            Test connection
          </PaneButton>
        )}
        <PaneButton icon={Pencil} disabled={locked} onClick={onEdit}>
          Edit<span class="pane-hidden"> {account.name}</span>
        </PaneButton>
        {!account.isDefault && (
          <PaneButton icon={Star} disabled={locked} onClick={() => void makeDefault()}>
            Make default<span class="pane-hidden">: {account.name}</span>
          </PaneButton>
        )}
        <PaneButton icon={Trash2} look="bad" onClick={() => setAsking(true)}>
          Delete<span class="pane-hidden"> {account.name}</span>
        </PaneButton>
      </div>
      {asking && (
        <Confirm
          title={`Delete the account “${account.name}”?`}
          action="Delete"
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        >
          <p>
            Its token is deleted from this browser and cannot be brought back. Scripts that use{" "}
            <code>{path}</code> will fail in live mode.
          </p>
        </Confirm>
      )}
    </li>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
