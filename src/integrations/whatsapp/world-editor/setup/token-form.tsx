import { Button } from "../../../../ui/parts/button";
import { ChoiceField, TextField } from "../../../../ui/parts/field";
import type { Account } from "../../simulator/world/account";
import type { World } from "../../simulator/world/world";
import { fieldTime } from "../clock/clock-time";
import { invalidatedChoices, meaning } from "./setup-words";

type Token = Account["token"];

interface Props {
  readonly world: World;
  readonly account: Account;
  change(change: (account: Account) => Account): void;
}

const DAY = 86_400_000;

const scopes: readonly { readonly value: Token["scopes"][number]; readonly label: string }[] = [
  { value: "whatsapp_business_messaging", label: "May send (without it, sends answer 10)" },
  { value: "whatsapp_business_management", label: "May read templates (without it, listings answer 200)" },
];

const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** The simulated token of a number: when it ends, whether it was taken back, what it may do. */
export function TokenForm({ world, account, change }: Props) {
  const { token } = account;
  const set = (part: Partial<Token>) => change((one) => ({ ...one, token: { ...one.token, ...part } }));
  const ended = token.expiresAt !== null && token.expiresAt <= world.clock;
  const invalidated = invalidatedChoices.find(({ value }) => value === String(token.invalidated ?? ""));
  return (
    <fieldset class="world-group">
      <legend>Access token of {account.name}</legend>
      <p>
        {token.expiresAt === null
          ? "It never expires."
          : ended
            ? `It expired ${TIME.format(token.expiresAt)}: every call answers 190 with subcode 463.`
            : `It expires ${TIME.format(token.expiresAt)}, in simulated time.`}
      </p>
      <div class="world-actions">
        <Button onClick={() => set({ expiresAt: world.clock })}>Expire now</Button>
        <Button onClick={() => set({ expiresAt: world.clock + DAY })}>Expire in a day</Button>
        <Button onClick={() => set({ expiresAt: null })}>Never expire</Button>
      </div>
      <div class="world-grid">
        <TextField
          label="Expires at"
          optional
          value={token.expiresAt === null ? "" : fieldTime(token.expiresAt)}
          error={null}
          hint="In your own time zone."
          input={{ type: "datetime-local", step: 1 }}
          onInput={(text) => {
            const time = new Date(text).getTime();
            set({ expiresAt: Number.isNaN(time) ? null : Math.max(0, time) });
          }}
        />
        <ChoiceField
          label="Taken back"
          value={invalidated?.value ?? ""}
          options={invalidatedChoices}
          hint={meaning(invalidatedChoices, invalidated?.value ?? "")}
          onChange={(value) => set({ invalidated: endOf(value) })}
        />
      </div>
      {scopes.map(({ value, label }) => (
        <label key={value} class="check">
          <input
            type="checkbox"
            checked={token.scopes.includes(value)}
            onChange={(event) => {
              const others = token.scopes.filter((scope) => scope !== value);
              set({ scopes: event.currentTarget.checked ? [...others, value] : others });
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

const ends: Readonly<Record<(typeof invalidatedChoices)[number]["value"], Token["invalidated"]>> = {
  "": null,
  "458": 458,
  "459": 459,
  "460": 460,
  "464": 464,
  "467": 467,
};

function endOf(value: (typeof invalidatedChoices)[number]["value"]): Token["invalidated"] {
  return ends[value];
}
