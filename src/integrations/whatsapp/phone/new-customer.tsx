import { useEffect, useId, useRef, useState } from "preact/hooks";
import { messageOf } from "../../../shared/message-of";
import { PaneButton } from "../../../ui/parts/button";
import type { World, WorldAccount } from "../simulator/page";
import { nameOf } from "./conversations";

/** More would only slow the field down; any number can be typed. */
const SUGGESTED = 200;

interface Props {
  readonly world: World;
  readonly account: WorldAccount;
  onOpen(waId: string): void;
  onCancel(): void;
}

/** Asks which customer writes first: one of the contacts, or a number nobody knows yet. */
export function NewCustomer({ world, account, onOpen, onCancel }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => field.current?.focus(), []);
  const refuse = (why: string) => {
    setWrong(why);
    field.current?.focus();
  };
  const open = async () => {
    try {
      // Number plans are heavy: fetched when a number is to be read.
      const { readPhoneNumber } = await import("../simulator/phone-number");
      const number = readPhoneNumber(typed, account.phoneNumber);
      if (number === null) refuse("Not a possible phone number. A fictional one: +1 555 010 0142.");
      else if (number.waId === account.phoneNumber) refuse("This is the business's own number.");
      else onOpen(number.waId);
    } catch (error) {
      refuse(`The number could not be checked (${messageOf(error)}). Try again.`);
    }
  };
  return (
    <form
      class="phone-new"
      aria-label="Write as a customer"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <label for={id}>Customer's number</label>
      <span class="phone-new-row">
        <input
          ref={field}
          id={id}
          class="pane-field"
          type="tel"
          autocomplete="off"
          list={`${id}-contacts`}
          value={typed}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-hint`}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(null);
          }}
        />
        <PaneButton look="main" type="submit">
          Open chat
        </PaneButton>
      </span>
      <datalist id={`${id}-contacts`}>
        {suggested(world).map((contact) => (
          <option key={contact.waId} value={`+${contact.waId}`}>
            {nameOf(contact, contact.waId)}
          </option>
        ))}
      </datalist>
      <p id={`${id}-hint`} class={wrong === null ? "pane-note" : "phone-wrong"} aria-live="polite">
        {wrong ?? "One of the contacts, or a number of nobody: +1 555 010 0142."}
      </p>
    </form>
  );
}

function suggested(world: World) {
  return world.contacts.slice(0, 2).flat().slice(0, SUGGESTED);
}
