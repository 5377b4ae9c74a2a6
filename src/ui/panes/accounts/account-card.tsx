import { Pencil, Plug, Star, Trash2, X } from "lucide";
import { Fragment } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ConnectionTest } from "../../../gateway/live/test-connection";
import type { Integration } from "../../../integrations/catalog";
import type { Route } from "../../../shared/access-token";
import { messageOf } from "../../../shared/message-of";
import type { SavedAccount } from "../../../vault/accounts";
import { usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { CopyButton } from "../shared/copy-button";
import { Confirm } from "./confirm";

interface CardProps {
  readonly integration: Integration;
  readonly account: SavedAccount;
  readonly locked: boolean;
  onEdit(): void;
  /** The card is gone, and the focus with it. */
  onDeleted(): void;
}

/** A saved account: how scripts call it, what is saved, and its actions. */
export function AccountCard({ integration, account, locked, onEdit, onDeleted }: CardProps) {
  const { accounts, notices } = usePlayground();
  const [asking, setAsking] = useState(false);
  const test = useConnectionTest(account);
  const path = `app.integrations.${integration.id}.${account.name}`;
  const remove = async () => {
    setAsking(false);
    await notices.attempt(`delete the account ${account.name}`, () => accounts.remove(account.id));
    onDeleted();
  };
  const makeDefault = () =>
    notices.attempt(`make ${account.name} the default`, () => accounts.makeDefault(account.id));
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
        {integration.accountFields.map(({ name, label }) =>
          (account.fields[name] ?? "") === "" ? null : (
            <Fragment key={name}>
              <dt>{label}</dt>
              <dd>{account.fields[name]}</dd>
            </Fragment>
          ),
        )}
        <dt>Connection</dt>
        <dd>{account.route === null ? "Not tested yet" : `Works: ${ROUTES[account.route]}`}</dd>
      </dl>
      <TestOutcome state={test.state} />
      <div class="accounts-actions">
        {test.state.kind === "running" ? (
          <Button icon={X} onClick={test.cancel}>
            Cancel test
          </Button>
        ) : (
          <Button
            icon={Plug}
            disabled={locked || account.tokenTail === null}
            title="Makes test requests with this account's token. Sends no messages."
            onClick={() => void test.start()}
          >
            Test connection
          </Button>
        )}
        <Button icon={Pencil} disabled={locked} onClick={onEdit}>
          Edit<span class="visually-hidden"> {account.name}</span>
        </Button>
        {!account.isDefault && (
          <Button icon={Star} disabled={locked} onClick={() => void makeDefault()}>
            Make default<span class="visually-hidden">: {account.name}</span>
          </Button>
        )}
        <Button icon={Trash2} look="bad" onClick={() => setAsking(true)}>
          Delete<span class="visually-hidden"> {account.name}</span>
        </Button>
      </div>
      {asking && (
        <Confirm
          title={`Delete the account “${account.name}”?`}
          action="Delete"
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        >
          <p>
            This deletes its token from this browser and can't be undone. Scripts that use <code>{path}</code>{" "}
            will fail in live mode.
          </p>
        </Confirm>
      )}
    </li>
  );
}

type TestState =
  | { readonly kind: "none" }
  | { readonly kind: "running" }
  | { readonly kind: "done"; readonly test: ConnectionTest }
  | { readonly kind: "ended"; readonly message: string };

const ROUTES: Readonly<Record<Route, string>> = {
  bearer: "Authorization header",
  query: "token as a parameter",
  proxy: "through this page's server",
};

/** The state of an account's connection test, and how to start and cancel it. */
function useConnectionTest(account: SavedAccount) {
  const { accounts } = usePlayground();
  const [state, setState] = useState<TestState>({ kind: "none" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: "running" });
    try {
      const test = await accounts.test(account.id, controller.signal);
      if (!controller.signal.aborted) setState({ kind: "done", test });
    } catch (error) {
      if (controller.signal.aborted) return;
      setState({ kind: "ended", message: `Couldn't run the test: ${messageOf(error)}` });
    }
  };
  const cancel = () => {
    running.current?.abort();
    setState({ kind: "ended", message: "Test canceled." });
  };
  return { state, start, cancel };
}

/** What a test found: the verdict, and each route that was tried. */
function TestOutcome({ state }: { state: TestState }) {
  return (
    <div class="accounts-test" role="status">
      {state.kind === "running" && <p class="note">Checking the token…</p>}
      {state.kind === "ended" && <p class="note">{state.message}</p>}
      {state.kind === "done" && (
        <>
          <p class={state.test.ok ? "accounts-good" : "accounts-wrong"}>{state.test.message}</p>
          <ul class="accounts-attempts">
            {state.test.attempts.map(({ route, outcome }) => (
              <li key={route}>
                <strong>{ROUTES[route]}:</strong> {outcome}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
