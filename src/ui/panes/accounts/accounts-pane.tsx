import { ShieldCheck, TriangleAlert } from "lucide";
import { useState } from "preact/hooks";
import { catalog } from "../../../integrations";
import { usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { ScrollArea } from "../../parts/scroll-area";
import { Confirm } from "./confirm";
import { IntegrationSection } from "./integration-section";
import { PassphraseSection, UnlockForm } from "./passphrase";
import "../shared/shared.css";
import "./accounts.css";

/** The accounts and their vault: add, change, test, delete; passphrase; delete everything. */
export function AccountsPane() {
  const { accounts, notices } = usePlayground();
  const status = accounts.status.value;
  const [forgetting, setForgetting] = useState(false);
  const forget = async () => {
    setForgetting(false);
    await notices.attempt("delete all accounts", () => accounts.forgetEverything());
  };
  const locked = status.kind === "locked";
  return (
    <div class="pane accounts">
      <ScrollArea class="accounts-body" aria-label="Accounts">
        {status.kind === "loading" ? (
          <p class="note" role="status">
            Loading accounts…
          </p>
        ) : (
          <>
            {status.kind === "memory" && (
              <div class="accounts-banner accounts-banner-warn" role="status">
                <p class="accounts-banner-title">
                  <Icon node={TriangleAlert} size={14} /> Accounts aren't saved
                </p>
                <p>{status.reason}</p>
                <p>They stay in memory until you close this page.</p>
              </div>
            )}
            {locked && <UnlockForm onForgotten={() => setForgetting(true)} />}
            {catalog.integrations.map((integration) => (
              <IntegrationSection key={integration.id} integration={integration} locked={locked} />
            ))}
            <PassphraseSection status={status} />
            <section class="accounts-section" aria-labelledby="accounts-forget">
              <h2 id="accounts-forget">Delete all accounts</h2>
              <p class="note">Deletes all accounts, tokens and keys from this browser. Keeps your scripts.</p>
              <div class="accounts-actions accounts-far">
                <Button look="bad" data-control="forget" onClick={() => setForgetting(true)}>
                  Delete all accounts…
                </Button>
              </div>
            </section>
            <p class="accounts-safety">
              <Icon node={ShieldCheck} size={14} />
              <span>
                {status.kind === "memory"
                  ? "Tokens are kept in memory only"
                  : "Tokens are encrypted in this browser"}{" "}
                and are sent only to the account's API. Scripts, logs, exports and links never contain them.
              </span>
            </p>
          </>
        )}
      </ScrollArea>
      {forgetting && (
        <Confirm
          title="Delete all accounts?"
          action="Delete all accounts"
          typed="delete"
          onConfirm={() => void forget()}
          onClose={() => setForgetting(false)}
        >
          <p>
            This deletes all accounts, tokens and the passphrase from this browser. It can't be undone: you
            would have to enter the tokens again.
          </p>
        </Confirm>
      )}
    </div>
  );
}
