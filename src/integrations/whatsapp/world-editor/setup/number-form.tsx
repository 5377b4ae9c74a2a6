import { Trash2 } from "lucide";
import { Button } from "../../../../ui/parts/button";
import { ChoiceField } from "../../../../ui/parts/field";
import type { Account } from "../../simulator/world/account";
import type { World } from "../../simulator/world/world";
import type { WhatsAppWorld } from "../../world";
import { waIdOf } from "../contacts/contact-draft";
import { withAccountChanged } from "../world-changes";
import { checkNumberName } from "./number-name";
import { SavedField } from "./saved-field";
import { meaning, qualityChoices, stateChoices } from "./setup-words";
import { TokenForm } from "./token-form";
import { typedNumber, typedNumbers } from "./typed-values";

interface Props {
  readonly model: WhatsAppWorld;
  readonly world: World;
  readonly account: Account;
  edit(change: (world: World) => World): void;
  onRemove(): void;
}

/** One business phone number, folded away until it is wanted; saved as it is changed. */
export function NumberForm({ model, world, account, edit, onRemove }: Props) {
  const put =
    (change: (account: Account) => Account) =>
    (now: World): World =>
      withAccountChanged(now, account.phoneNumberId, change);
  const limit = (name: keyof Account["limits"], most: number) => (text: string) => {
    const typed = typedNumber(text, 1, most);
    if (!typed.ok) return typed.message;
    return model.edit(put((one) => ({ ...one, limits: { ...one.limits, [name]: typed.value } })));
  };
  return (
    <details class="world-number">
      <summary>
        <strong>{account.name}</strong>{" "}
        <span class="note">
          +{account.phoneNumber} · {stateChoices.find((one) => one.value === account.state)?.label}
        </span>
      </summary>
      <div class="world-grid">
        <SavedField
          label="Name in scripts"
          text={account.name}
          hint={`\`app.integrations.whatsapp.${account.name}\``}
          save={(name) =>
            checkNumberName(world, name, account.phoneNumberId) ??
            model.edit(put((one) => ({ ...one, name })))
          }
        />
        <SavedField
          label="Verified name"
          text={account.verifiedName}
          save={(text) => model.edit(put((one) => ({ ...one, verifiedName: text })))}
        />
        <SavedField
          label="Phone number"
          text={`+${account.phoneNumber}`}
          hint={`Phone number ID \`${account.phoneNumberId}\``}
          input={{ inputMode: "tel" }}
          save={(text) => {
            const waId = waIdOf(world, text);
            if (waId === null) return "This can be no phone number. Begin with + and the country code.";
            const taken = world.accounts.find(
              (one) => one.phoneNumber === waId && one.phoneNumberId !== account.phoneNumberId,
            );
            if (taken !== undefined) return `${taken.name} has this number already.`;
            return model.edit(put((one) => ({ ...one, phoneNumber: waId })));
          }}
        />
        <ChoiceField
          label="State"
          value={account.state}
          options={stateChoices}
          hint={meaning(stateChoices, account.state)}
          onChange={(state) => edit(put((one) => ({ ...one, state })))}
        />
        <ChoiceField
          label="Quality rating"
          value={account.qualityRating}
          options={qualityChoices}
          hint={meaning(qualityChoices, account.qualityRating)}
          onChange={(qualityRating) => edit(put((one) => ({ ...one, qualityRating })))}
        />
        <SavedField
          label="Allowed recipients"
          optional
          text={account.allowedRecipients?.map((waId) => `+${waId}`).join(", ") ?? ""}
          hint="As Meta's test numbers have them: others answer 131030. Empty: everybody."
          save={(text) => {
            const typed = typedNumbers(world, text);
            if (!typed.ok) return typed.message;
            return model.edit(put((one) => ({ ...one, allowedRecipients: typed.value })));
          }}
        />
        <SavedField
          label="Messages a second"
          text={String(account.limits.messagesPerSecond)}
          hint="More answer 130429."
          input={{ inputMode: "numeric" }}
          save={limit("messagesPerSecond", 1_000_000)}
        />
        <SavedField
          label="Template listings an hour"
          text={String(account.limits.managementPerHour)}
          hint="More answer 80007."
          input={{ inputMode: "numeric" }}
          save={limit("managementPerHour", 1_000_000_000)}
        />
      </div>
      <TokenForm world={world} account={account} change={(next) => edit(put(next))} />
      <div class="world-actions">
        <Button icon={Trash2} onClick={onRemove}>
          Remove {account.name}
        </Button>
      </div>
    </details>
  );
}
