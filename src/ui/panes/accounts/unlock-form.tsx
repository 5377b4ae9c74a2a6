import { LockKeyhole } from "lucide";
import { useRef, useState } from "preact/hooks";
import { messageOf } from "../../../shared/message-of";
import { usePlayground } from "../../page";
import { TextField } from "../../parts/field";
import { Icon } from "../../parts/icon";

/** Asks for the passphrase of a locked vault. */
export function UnlockForm({ onForgotten }: { onForgotten(): void }) {
  const playground = usePlayground();
  const [passphrase, setPassphrase] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const unlock = async () => {
    setBusy(true);
    let wrong: string | null;
    try {
      wrong = await playground.accounts.unlock(passphrase);
    } catch (failure) {
      wrong = `The vault could not be opened: ${messageOf(failure)}`;
    }
    setBusy(false);
    if (wrong === null) return;
    setError(wrong);
    form.current?.querySelector("input")?.focus();
  };
  return (
    <form
      ref={form}
      class="accounts-banner"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <p class="accounts-banner-title">
        <Icon node={LockKeyhole} size={14} /> The accounts are locked
      </p>
      <p class="pane-note">Live calls need the passphrase. Mock mode works without it.</p>
      <TextField
        label="Passphrase"
        value={passphrase}
        error={error}
        input={{ type: "password", autocomplete: "off" }}
        onInput={setPassphrase}
      />
      <div class="accounts-actions">
        <button type="submit" class="pane-button pane-button-main" disabled={busy || passphrase === ""}>
          {busy ? "Unlocking…" : "Unlock"}
        </button>
        <button type="button" class="pane-link" onClick={onForgotten}>
          Forgotten the passphrase?
        </button>
      </div>
    </form>
  );
}
