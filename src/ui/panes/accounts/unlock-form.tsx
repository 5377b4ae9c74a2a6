import { LockKeyhole } from "lucide";
import { messageOf } from "../../../shared/message-of";
import { usePlayground } from "../../page";
import { lensOf, line } from "../../parts/form/fields";
import { Form } from "../../parts/form/form";
import { Icon } from "../../parts/icon";

const fields = [
  line("Passphrase", lensOf<{ passphrase: string }>()("passphrase"), {
    late: true,
    needed: "Type the passphrase.",
    input: { type: "password", autocomplete: "off" },
  }),
];

/** Asks for the passphrase of a locked vault. */
export function UnlockForm({ onForgotten }: { onForgotten(): void }) {
  const { accounts } = usePlayground();
  return (
    <Form
      label="Unlock the accounts"
      class="accounts-banner"
      fields={fields}
      start={{ passphrase: "" }}
      submit="Unlock"
      busy="Unlocking…"
      head={() => (
        <>
          <p class="accounts-banner-title">
            <Icon node={LockKeyhole} size={14} /> The accounts are locked
          </p>
          <p class="pane-note">Live calls need the passphrase. Mock mode works without it.</p>
        </>
      )}
      actions={() => (
        <button type="button" class="pane-link" onClick={onForgotten}>
          Forgotten the passphrase?
        </button>
      )}
      onSave={async ({ passphrase }) => {
        try {
          const wrong = await accounts.unlock(passphrase);
          return wrong === null ? null : { passphrase: wrong };
        } catch (error) {
          return { passphrase: `The vault could not be opened: ${messageOf(error)}` };
        }
      }}
    />
  );
}
