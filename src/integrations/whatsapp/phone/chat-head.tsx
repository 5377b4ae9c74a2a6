import type { IconNode } from "lucide";
import { ArrowLeft, Ban, BellOff, BellRing, EllipsisVertical, Power, PowerOff, ShieldCheck } from "lucide";
import { IconButton } from "../../../ui/parts/button";
import { Menu } from "../../../ui/parts/menu";
import { type Contact, conversationWith } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import { windowText } from "./clock";
import type { Chat } from "./conversations";
import { Avatar } from "./pictures";

type ContactChange = Partial<Pick<Contact, "behaviour" | "blockedBy" | "marketing">>;

interface Props {
  readonly chat: Chat;
  readonly contact: Contact;
  /** Simulated time. */
  readonly now: number;
  readonly model: WhatsAppWorld;
  onBack(): void;
}

/** The customer, the state of the customer service window, and what the customer can do to the business. */
export function ChatHead({ chat, contact, now, model, onBack }: Props) {
  const { waId, name, phoneNumberId } = chat;
  const allowed = windowText(conversationWith(contact, phoneNumberId).lastInboundAt, now);
  const item = (label: string, icon: IconNode, change: ContactChange) => ({
    label,
    icon,
    run: () => model.act([{ type: "contact_changed", waId, change }]),
  });
  return (
    <div class="phone-head">
      <IconButton icon={ArrowLeft} label="All chats" onClick={onBack} />
      <Avatar name={name} />
      <div class="phone-who">
        <h3>
          {name} {name === `+${waId}` ? null : <span class="note number">+{waId}</span>}
        </h3>
        <p>
          {habits(contact).map((habit) => (
            <span key={habit} class="phone-habit">
              {habit}
            </span>
          ))}
        </p>
        <p class={allowed.open ? "phone-window is-open" : "phone-window"}>{allowed.text}</p>
      </div>
      <Menu
        label={`Actions for ${name}`}
        icon={EllipsisVertical}
        items={[
          contact.blockedBy === "contact"
            ? item("Unblock the business", ShieldCheck, { blockedBy: null })
            : item("Block the business", Ban, { blockedBy: "contact" }),
          contact.marketing === "stopped"
            ? item("Accept marketing", BellRing, { marketing: "accepts" })
            : item("Stop marketing", BellOff, { marketing: "stopped" }),
          contact.behaviour === "phone_off"
            ? item("Turn phone on", Power, { behaviour: "reads_at_once" })
            : item("Turn phone off", PowerOff, { behaviour: "phone_off" }),
        ]}
      />
    </div>
  );
}

/** What is worth knowing about a contact. Empty for one who gets and reads everything. @internal */
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

/** Why a customer cannot write, and the change that lets them write again, if there is one. */
interface Mute {
  readonly reason: string;
  readonly remedy?: { readonly label: string; readonly change: ContactChange };
}

/** Why the customer cannot write, or `null` if they can. */
export function muteOf({ behaviour, blockedBy }: Contact, name: string): Mute | null {
  if (behaviour === "no_whatsapp")
    return { reason: `${name} has no WhatsApp, so this number can't send messages.` };
  if (blockedBy === "business")
    return { reason: `The business blocked ${name}. Their messages don't arrive.` };
  if (blockedBy === "contact")
    return {
      reason: `${name} blocked the business. Unblock it to write.`,
      remedy: { label: "Unblock", change: { blockedBy: null } },
    };
  if (behaviour === "phone_off")
    return {
      reason: `${name}'s phone is off. Turn it on to write.`,
      remedy: { label: "Turn on", change: { behaviour: "reads_at_once" } },
    };
  return null;
}
