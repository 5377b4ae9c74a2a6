import { useState } from "preact/hooks";
import type { AccountsStatus } from "../../../app/accounts";
import { counted } from "../../../shared/counted";
import { usePlayground } from "../../page";
import { lensOf, line } from "../../parts/form/fields";
import { Form } from "../../parts/form/form";
import { attempt } from "./attempt";

const SHORTEST = 8;

interface SectionProps {
  readonly status: AccountsStatus;
}

/** Sets or removes the passphrase that guards the tokens, and locks them at once. */
export function PassphraseSection({ status }: SectionProps) {
  const playground = usePlayground();
  const [setting, setSetting] = useState(false);
  const { accounts, settings } = playground;
  if (status.kind !== "open") return null;
  const remove = () => attempt(playground, "remove the passphrase", () => accounts.removePassphrase());
  const minutes = settings.settings.value.lockMinutes;
  return (
    <section class="accounts-section" aria-labelledby="accounts-passphrase">
      <h2 id="accounts-passphrase">Passphrase</h2>
      <p class="pane-note">
        {status.passphrase
          ? `Set. The tokens lock after ${counted(minutes, "minute")} without use and when the page closes.`
          : "None. Whoever can use this browser can use the accounts; with a passphrase the tokens stay locked until it is entered."}
      </p>
      {setting ? (
        <PassphraseForm onClose={() => setSetting(false)} />
      ) : (
        <div class="accounts-actions">
          <button type="button" class="pane-button" onClick={() => setSetting(true)}>
            {status.passphrase ? "Change passphrase" : "Set passphrase"}
          </button>
          {status.passphrase && (
            <>
              <button type="button" class="pane-button" onClick={() => accounts.lock()}>
                Lock now
              </button>
              <button type="button" class="pane-button" onClick={() => void remove()}>
                Remove passphrase
              </button>
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
    hint: "It cannot be recovered: when it is forgotten, the tokens can only be deleted and entered again.",
    check: (first) => (first.length < SHORTEST ? `Use at least ${SHORTEST} characters.` : null),
    input,
  }),
  line("Once more", at("second"), {
    late: true,
    check: (second, { first }) =>
      first.length < SHORTEST || second === first ? null : "The two do not match.",
    input,
  }),
];

function PassphraseForm({ onClose }: { onClose(): void }) {
  const playground = usePlayground();
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
        const set = () => playground.accounts.setPassphrase(first);
        if (await attempt(playground, "set the passphrase", set)) onClose();
        return null;
      }}
    />
  );
}
