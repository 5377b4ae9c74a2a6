import { useId } from "preact/hooks";
import { messageOf } from "../../../shared/message-of";
import { lensOf, line } from "../../../ui/parts/form/fields";
import { Form } from "../../../ui/parts/form/form";
import type { World, WorldAccount } from "../simulator/page";
import { nameOf } from "./conversations";

/** More would only slow down the field. Any number can be typed. */
const SUGGESTED = 200;

interface Props {
  readonly world: World;
  readonly account: WorldAccount;
  onOpen(waId: string): void;
  onCancel(): void;
}

/** Asks which customer writes first: one of the contacts, or a new number. */
export function NewCustomer({ world, account, onOpen, onCancel }: Props) {
  const list = useId();
  const open = async (typed: string) => {
    try {
      // Number plans are large, so they are fetched when a number is parsed.
      const { readPhoneNumber } = await import("../simulator/phone-number");
      const number = readPhoneNumber(typed, account.phoneNumber);
      if (number === null) return "Not a valid phone number. Try a fictional one: +1 555 010 0142.";
      if (number.waId === account.phoneNumber) return "This is the business's own number.";
      onOpen(number.waId);
      return null;
    } catch (error) {
      return `Couldn't check the number (${messageOf(error)}). Try again.`;
    }
  };
  return (
    <Form
      label="New customer message"
      class="phone-new"
      fields={[
        line("Customer's number", lensOf<{ number: string }>()("number"), {
          hint: "A contact, or any number, e.g. +1 555 010 0142.",
          input: { inputMode: "tel", autocomplete: "off", list },
        }),
      ]}
      start={{ number: "" }}
      autofocus
      submit="Open chat"
      head={() => (
        <datalist id={list}>
          {suggested(world).map((contact) => (
            <option key={contact.waId} value={`+${contact.waId}`}>
              {nameOf(contact, contact.waId)}
            </option>
          ))}
        </datalist>
      )}
      onSave={async ({ number }) => {
        const wrong = await open(number);
        return wrong === null ? null : { number: wrong };
      }}
      onEscape={onCancel}
    />
  );
}

function suggested(world: World) {
  return world.contacts.slice(0, 2).flat().slice(0, SUGGESTED);
}
