/** Business phone numbers in the world editor, and the tokens that may use them. */
import { Trash2 } from "lucide";
import { Button } from "../../../ui/parts/button";
import * as form from "../../../ui/parts/form/fields";
import { Form } from "../../../ui/parts/form/form";
import { LiveFields } from "../../../ui/parts/form/live-fields";
import { checkNameFor } from "../../check-account";
import { whatsapp } from "..";
import { type World, type WorldAccount, withAccounts } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import { fieldTime } from "./clock-section";
import { commaSeparated } from "./comma-separated";
import { asNumber, readNumber, showNumber } from "./contacts";

type Token = WorldAccount["token"];

const states: readonly form.Choice<WorldAccount["state"]>[] = [
  ["connected", "Connected", "Registered and ready to send."],
  ["not_registered", "Not registered", "Sends fail with 133010."],
  ["in_maintenance", "In maintenance", "Sends fail with 131057."],
  ["name_not_approved", "Display name not approved", "Sends fail with 131037."],
  ["locked", "Locked", "Policy violation: sends fail with 131031."],
  ["deleted", "Deleted", "Calls on this number fail with 33."],
];

const qualities: readonly form.Choice<WorldAccount["qualityRating"]>[] = [
  ["GREEN", "Green", "High quality."],
  ["YELLOW", "Yellow", "Medium quality."],
  ["RED", "Red", "Low quality."],
  ["UNKNOWN", "Unknown", "Not rated yet."],
];

const ends: readonly form.Choice<Token["invalidated"]>[] = [
  [null, "No", "Valid until it expires."],
  [458, "App removed (458)", "Calls fail with 190, subcode 458."],
  [459, "User must log in (459)", "Calls fail with 190, subcode 459."],
  [460, "Password changed (460)", "Calls fail with 190, subcode 460."],
  [464, "User not confirmed (464)", "Calls fail with 190, subcode 464."],
  [467, "Revoked (467)", "Calls fail with 190, subcode 467."],
];

const at = form.lensOf<WorldAccount>();
const inLimits = form.within(at("limits"));
const inToken = form.within(at("token"));
const day = 86_400_000;
const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** @internal */
export function numberFields(world: World, { phoneNumberId }: WorldAccount): form.Fields<WorldAccount> {
  return [
    form.line("Name in scripts", at("name"), {
      hint: ({ name }) => `\`app.integrations.whatsapp.${name}\``,
      check: (name) => checkNumberName(world, name, phoneNumberId),
    }),
    form.line("Verified name", at("verifiedName")),
    form.line("Phone number", asNumber(world, at("phoneNumber")), {
      needed: "Enter a number, e.g. +1 555 010 0142.",
      hint: `Phone number ID \`${phoneNumberId}\``,
      check(_, { phoneNumber }) {
        const others = world.accounts.filter((one) => one.phoneNumberId !== phoneNumberId);
        const taken = others.find((one) => one.phoneNumber === phoneNumber);
        return taken === undefined ? null : `${taken.name} has this number already.`;
      },
      input: { inputMode: "tel" },
    }),
    form.choice("State", at("state"), states),
    form.choice("Quality rating", at("qualityRating"), qualities),
    form.line("Allowed recipients", recipients(world), {
      optional: true,
      hint: "Like Meta's test numbers: others fail with 131030. Leave empty for everyone.",
    }),
    form.whole("Messages per second", inLimits("messagesPerSecond"), [1, 1_000_000], {
      hint: "Calls above this limit fail with 130429.",
    }),
    form.whole("Template listings per hour", inLimits("managementPerHour"), [1, 1_000_000_000], {
      hint: "Calls above this limit fail with 80007.",
    }),
    ...tokenFields(world).map((field) => ({ ...field, group: { title: "Access token" } })),
  ];
}

function recipients(world: World): form.Lens<WorldAccount, string> {
  const all = form.as<WorldAccount, WorldAccount["allowedRecipients"], readonly string[]>(
    at("allowedRecipients"),
    {
      show: (waIds) => waIds ?? [],
      read: (waIds) => (waIds.length === 0 ? null : waIds),
    },
  );
  return commaSeparated(all, showNumber, (text) => readNumber(world, text));
}

/** When the token expires, whether it was invalidated, and what it may do. */
function tokenFields({ clock }: World): readonly form.FormField<WorldAccount>[] {
  const scope = (value: Token["scopes"][number]) =>
    form.inside<WorldAccount, Token, boolean>(at("token"), {
      id: value,
      get: ({ scopes }) => scopes.includes(value),
      set(token, may) {
        const others = token.scopes.filter((one) => one !== value);
        return { ...token, scopes: may ? [...others, value] : others };
      },
    });
  const expiry = form.as(inToken("expiresAt"), {
    show: (time) => (time === null ? "" : fieldTime(time)),
    read: (text) => (text === "" ? null : Math.max(0, new Date(text).getTime())),
  });
  return [
    form.line("Expires at", expiry, {
      half: true,
      optional: true,
      hint({ token: { expiresAt } }) {
        if (expiresAt === null) return "Never expires. Times are in your time zone.";
        return expiresAt <= clock
          ? `It expired ${TIME.format(expiresAt)}: calls fail with 190, subcode 463.`
          : `It expires ${TIME.format(expiresAt)}, simulated time in your time zone.`;
      },
      input: { type: "datetime-local", step: 1 },
    }),
    form.choice("Revoked", inToken("invalidated"), ends, { half: true }),
    form.actions("expiry", [
      { label: "Expire now", types: { "token.expiresAt": fieldTime(clock) } },
      { label: "Expire in a day", types: { "token.expiresAt": fieldTime(clock + day) } },
      { label: "Never expire", types: { "token.expiresAt": "" } },
    ]),
    form.check("Can send (otherwise sends fail with 10)", scope("whatsapp_business_messaging")),
    form.check(
      "Can read templates (otherwise listings fail with 200)",
      scope("whatsapp_business_management"),
    ),
  ];
}

interface NumberProps {
  readonly model: WhatsAppWorld;
  readonly world: World;
  readonly account: WorldAccount;
  onRemove(): void;
}

/** One business phone number, folded at first. */
export function NumberForm({ model, world, account, onRemove }: NumberProps) {
  const { name, phoneNumber, phoneNumberId, state } = account;
  return (
    <details class="world-number">
      <summary>
        <strong>{name}</strong>{" "}
        <span class="note">
          +{phoneNumber} · {states.find(([one]) => one === state)?.[1]}
        </span>
      </summary>
      <div class="form-fields is-grid">
        <LiveFields
          fields={numberFields(world, account)}
          value={account}
          save={(change) =>
            model.edit((now) => ({
              ...now,
              accounts: now.accounts.map((one) => (one.phoneNumberId === phoneNumberId ? change(one) : one)),
            }))
          }
        />
      </div>
      <Button icon={Trash2} onClick={onRemove}>
        Remove {name}
      </Button>
    </details>
  );
}

/** Adds a business number. The rest is derived from its name and can then be changed. */
export function NewNumber({ model, world }: { model: WhatsAppWorld; world: World }) {
  return (
    <Form
      label="Add a phone number"
      isInline
      fields={[
        form.line("Another number", form.lensOf<{ name: string }>()("name"), {
          late: true,
          hint: "Its name in scripts, e.g. `berlin`. Phone number, IDs and token are derived from it.",
          check: (name) => checkNumberName(world, name, null),
        }),
      ]}
      start={{ name: "" }}
      submit="Add number"
      onSave={({ name }) => model.edit((now) => withAccounts(now, [name]))}
    />
  );
}

/** Scripts may name these in every simulated world, so a run restores missing ones. */
export const alwaysThere: readonly string[] = whatsapp.mockAccounts;

/**
 * Checks a number's name as typed. `phoneNumberId` is the number that is renamed, or `null` for a new one.
 *
 * @internal
 */
export function checkNumberName(world: World, name: string, phoneNumberId: string | null): string | null {
  const taken = world.accounts.filter((one) => one.phoneNumberId !== phoneNumberId).map((one) => one.name);
  if (taken.includes(name)) return `There is already a number named \u201c${name}\u201d.`;
  // Among real accounts `default` is a separate path. Here it is a number like the others.
  if (name === "default") return null;
  return checkNameFor(whatsapp, name, []);
}

/** The world without the number. Its messages stay, and are shown again if the number comes back. */
export function withoutNumber(world: World, phoneNumberId: string): World {
  return { ...world, accounts: world.accounts.filter((one) => one.phoneNumberId !== phoneNumberId) };
}

export function withNumberAt(world: World, account: WorldAccount, at: number): World {
  return { ...world, accounts: world.accounts.toSpliced(at, 0, account) };
}
