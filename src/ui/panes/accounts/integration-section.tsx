import { Plus } from "lucide";
import { useRef, useState } from "preact/hooks";
import type { Integration } from "../../../integrations/catalog";
import { usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { AccountCard } from "./account-card";
import { AccountForm } from "./account-form";

/** The accounts of one integration: those the person saved, and those built into mock mode. */
export function IntegrationSection({ integration, locked }: { integration: Integration; locked: boolean }) {
  const playground = usePlayground();
  const accounts = playground.accounts.all.value.filter((account) => account.integration === integration.id);
  // `new`, an account's id, or null while no form is open.
  const [editing, setEditing] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);
  const focus = () => {
    section.current?.focus({ preventScroll: true });
    // Back to its heading, however far down the form was.
    section.current?.scrollIntoView();
  };
  const close = () => {
    setEditing(null);
    focus();
  };
  return (
    <section
      class="accounts-section"
      ref={section}
      tabIndex={-1}
      aria-label={`${integration.title} accounts`}
    >
      <div class="accounts-section-head">
        <h2 class={`accounts-${integration.id}`}>{integration.title}</h2>
        <span class="pane-spring" />
        {editing !== "new" && (
          <Button icon={Plus} data-control="add" disabled={locked} onClick={() => setEditing("new")}>
            Add account
          </Button>
        )}
      </div>
      {editing === "new" && <AccountForm integration={integration} account={null} onClose={close} />}
      {accounts.length === 0 && editing === null && (
        <p class="accounts-none">
          No account saved.{" "}
          {integration.load.world === undefined
            ? `${integration.title} has no simulator.`
            : "Mock mode doesn't need one."}{" "}
          Live mode needs your own {needsOf(integration)}.
        </p>
      )}
      <ul class="accounts-list">
        {accounts.map((account) =>
          editing === account.id ? (
            <li class="accounts-card" key={account.id}>
              <AccountForm integration={integration} account={account} onClose={close} />
            </li>
          ) : (
            <AccountCard
              key={account.id}
              integration={integration}
              account={account}
              locked={locked}
              onEdit={() => setEditing(account.id)}
              onDeleted={focus}
            />
          ),
        )}
      </ul>
      {integration.mockAccounts.length > 0 && <MockAccounts integration={integration} />}
    </section>
  );
}

/** What an account must have: `access token and phone number ID`. */
function needsOf({ accountFields }: Integration): string {
  const labels = accountFields.filter(({ required }) => required).map(({ label }) => lowerFirst(label));
  return new Intl.ListFormat("en").format(["access token", ...labels]);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function MockAccounts({ integration }: { integration: Integration }) {
  const live = usePlayground().mode.mode.value === "live";
  return (
    <div class="accounts-mock">
      <h3>{live ? "Built in (mock mode only)" : "Built in"}</h3>
      <ul>
        {integration.mockAccounts.map((name) => (
          <li key={name}>
            <code>
              app.integrations.{integration.id}.{name}
            </code>
          </li>
        ))}
      </ul>
      <p class="note">
        {live
          ? "These exist only in mock mode. Live mode uses your saved accounts."
          : "These need no token because the simulator responds. Your saved accounts work in mock mode too."}
      </p>
    </div>
  );
}
