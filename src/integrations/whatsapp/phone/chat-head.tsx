import { ArrowLeft, Ban, BellOff, BellRing, EllipsisVertical, Power, PowerOff, ShieldCheck } from "lucide";
import { IconButton } from "../../../ui/parts/button";
import { Menu } from "../../../ui/parts/menu";
import { type Contact, conversationWith } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import { windowText } from "./clock";
import type { Chat } from "./conversations";
import { Avatar } from "./pictures";

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

/** What is worth knowing of a contact; nothing for one who gets and reads everything. @internal */
export function habits({ behaviour, blockedBy, marketing }: Contact): readonly string[] {
  const known: string[] = [];
  if (behaviour === "no_whatsapp") known.push("no WhatsApp");
  if (behaviour === "reads_late") known.push("reads late");
  if (behaviour === "never_reads") known.push("never reads");
  if (behaviour === "phone_off") known.push("phone is off");
  if (blockedBy === "contact") known.push("blocked the business");
  if (blockedBy === "business") known.push("blocked by the business");
  if (marketing === "stopped") known.push("no marketing");
  if (marketing === "held_out") known.push("in Meta's experiment");
  return known;
}

/** Why the customer cannot write; null: it can. */
export function muteReason({ behaviour, blockedBy }: Contact, name: string): string | null {
  if (behaviour === "no_whatsapp") return `${name} has no WhatsApp, so nothing can come from this number.`;
  if (blockedBy === "business") return `The business has blocked ${name}: what they write does not arrive.`;
  if (blockedBy === "contact") return `${name} has blocked the business. To write, unblock it first.`;
  if (behaviour === "phone_off") return `${name}'s phone is off. To write, switch it on first.`;
  return null;
}
