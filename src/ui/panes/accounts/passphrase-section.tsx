import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { AccountsStatus } from "../../../app/accounts";
import { counted } from "../../../shared/counted";
import { usePlayground } from "../../page";
import { TextField } from "../../parts/field";
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

function PassphraseForm({ onClose }: { onClose(): void }) {
  const playground = usePlayground();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector("input")?.focus(), []);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const short = tried && first.length < SHORTEST ? `Use at least ${SHORTEST} characters.` : null;
  const differs = tried && short === null && first !== second ? "The two do not match." : null;
  const save = async () => {
    setTried(true);
    if (first.length < SHORTEST || first !== second) return;
    setBusy(true);
    const done = await attempt(playground, "set the passphrase", () =>
      playground.accounts.setPassphrase(first),
    );
    setBusy(false);
    if (done) onClose();
  };
  return (
    <form
      ref={form}
      class="accounts-form"
      aria-label="Passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label="New passphrase"
        value={first}
        error={short}
        hint="It cannot be recovered: when it is forgotten, the tokens can only be deleted and entered again."
        input={{ type: "password", autocomplete: "new-password" }}
        onInput={setFirst}
      />
      <TextField
        label="Once more"
        value={second}
        error={differs}
        input={{ type: "password", autocomplete: "new-password" }}
        onInput={setSecond}
      />
      <div class="accounts-actions">
        <button type="submit" class="pane-button pane-button-main" disabled={busy}>
          {busy ? "Setting…" : "Set passphrase"}
        </button>
        <button type="button" class="pane-button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
