import { ArrowLeft, Ban, BellOff, BellRing, EllipsisVertical, Power, PowerOff, ShieldCheck } from "lucide";
import { IconButton } from "../../../ui/parts/button";
import { Menu } from "../../../ui/parts/menu";
import { type Contact, conversationWith } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import { Avatar } from "./avatar";
import { windowText } from "./clock";
import type { Chat } from "./conversations";
import { habits } from "./habits";

interface Props {
  readonly chat: Chat;
  readonly contact: Contact;
  /** Simulated time. */
  readonly now: number;
  readonly model: WhatsAppWorld;
  onBack(): void;
}

/** Who it is, what the customer service window allows, and what the customer can do to the business. */
export function ChatHead({ chat, contact, now, model, onBack }: Props) {
  const { waId, name, phoneNumberId } = chat;
  const allowed = windowText(conversationWith(contact, phoneNumberId).lastInboundAt, now);
  const blocked = contact.blockedBy === "contact";
  const stopped = contact.marketing === "stopped";
  const change = (what: Partial<Pick<Contact, "behaviour" | "blockedBy" | "marketing">>) =>
    model.act([{ type: "contact_changed", waId, change: what }]);
  const known = habits(contact);
  return (
    <div class="phone-head">
      <IconButton icon={ArrowLeft} label="All chats" onClick={onBack} />
      <Avatar name={name} />
      <div class="phone-who">
        <h3>{name}</h3>
        <p>
          {name === `+${waId}` ? "" : `+${waId}`}
          {known.map((habit) => (
            <span key={habit} class="phone-habit">
              {habit}
            </span>
          ))}
        </p>
        <p class={allowed.open ? "phone-window is-open" : "phone-window"}>{allowed.text}</p>
      </div>
      <Menu
        label={`What ${name} can do`}
        icon={EllipsisVertical}
        items={[
          blocked
            ? { label: "Unblock the business", icon: ShieldCheck, run: () => change({ blockedBy: null }) }
            : { label: "Block the business", icon: Ban, run: () => change({ blockedBy: "contact" }) },
          stopped
            ? { label: "Accept marketing", icon: BellRing, run: () => change({ marketing: "accepts" }) }
            : { label: "Stop marketing", icon: BellOff, run: () => change({ marketing: "stopped" }) },
          contact.behaviour === "phone_off"
            ? { label: "Switch the phone on", icon: Power, run: () => change({ behaviour: "reads_at_once" }) }
            : {
                label: "Switch the phone off",
                icon: PowerOff,
                run: () => change({ behaviour: "phone_off" }),
              },
        ]}
      />
    </div>
  );
}
