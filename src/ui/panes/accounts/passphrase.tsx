import { LockKeyhole } from "lucide";
import { useState } from "preact/hooks";
import type { AccountsStatus } from "../../../app/accounts";
import { counted } from "../../../shared/counted";
import { messageOf } from "../../../shared/message-of";
import { usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { lensOf, line } from "../../parts/form/fields";
import { Form } from "../../parts/form/form";
import { Icon } from "../../parts/icon";

const SHORTEST = 8;

/** Sets or removes the passphrase that protects the tokens, and locks them immediately. */
export function PassphraseSection({ status }: { status: AccountsStatus }) {
  const { accounts, notices, settings } = usePlayground();
  const [setting, setSetting] = useState(false);
  if (status.kind !== "open") return null;
  const remove = () => notices.attempt("remove the passphrase", () => accounts.removePassphrase());
  const minutes = settings.settings.value.lockMinutes;
  return (
    <section class="accounts-section" aria-labelledby="accounts-passphrase">
      <h2 id="accounts-passphrase">Passphrase</h2>
      <p class="note">
        {status.passphrase
          ? `Set. Accounts lock after ${counted(minutes, "minute")} of inactivity and when the page closes.`
          : "Not set. Anyone using this browser can use your accounts. A passphrase locks the tokens until you enter it."}
      </p>
      {setting ? (
        <PassphraseForm onClose={() => setSetting(false)} />
      ) : (
        <div class="accounts-actions">
          <Button data-control="passphrase" onClick={() => setSetting(true)}>
            {status.passphrase ? "Change passphrase" : "Set passphrase"}
          </Button>
          {status.passphrase && (
            <>
              <Button onClick={() => accounts.lock()}>Lock now</Button>
              <Button data-control="no-passphrase" onClick={() => void remove()}>
                Remove passphrase
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}

const at = lensOf<{ first: string; second: string }>();
const input = { type: "password", autocomplete: "new-password" } as const;
const passphraseFields = [
  line("New passphrase", at("first"), {
    late: true,
    hint: "It can't be recovered. If you forget it, you'll have to enter your tokens again.",
    check: (first) => (first.length < SHORTEST ? `Use at least ${SHORTEST} characters.` : null),
    input,
  }),
  line("Repeat passphrase", at("second"), {
    late: true,
    check: (second, { first }) =>
      first.length < SHORTEST || second === first ? null : "The passphrases don't match.",
    input,
  }),
];

function PassphraseForm({ onClose }: { onClose(): void }) {
  const { accounts, notices } = usePlayground();
  return (
    <Form
      label="Passphrase"
      class="accounts-form"
      fields={passphraseFields}
      start={{ first: "", second: "" }}
      autofocus
      submit="Set passphrase"
      busy="Setting…"
      onCancel={onClose}
      onSave={async ({ first }) => {
        const isSet = await notices.attempt("set the passphrase", () => accounts.setPassphrase(first));
        if (isSet) onClose();
        return null;
      }}
    />
  );
}

const unlockFields = [
  line("Passphrase", lensOf<{ passphrase: string }>()("passphrase"), {
    late: true,
    needed: "Enter the passphrase.",
    input: { type: "password", autocomplete: "off" },
  }),
];

export function UnlockForm({ onForgotten }: { onForgotten(): void }) {
  const { accounts } = usePlayground();
  return (
    <Form
      label="Unlock the accounts"
      class="accounts-banner"
      fields={unlockFields}
      start={{ passphrase: "" }}
      submit="Unlock"
      busy="Unlocking…"
      head={() => (
        <>
          <p class="accounts-banner-title">
            <Icon node={LockKeyhole} size={14} /> The accounts are locked
          </p>
          <p class="note">Enter the passphrase to make live calls. Mock works without it.</p>
        </>
      )}
      actions={() => (
        <button type="button" class="link" onClick={onForgotten}>
          Forgot the passphrase?
        </button>
      )}
      onSave={async ({ passphrase }) => {
        try {
          const wrong = await accounts.unlock(passphrase);
          return wrong === null ? null : { passphrase: wrong };
        } catch (error) {
          return { passphrase: `Couldn't unlock the accounts: ${messageOf(error)}` };
        }
      }}
    />
  );
}
