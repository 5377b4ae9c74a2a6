/** A round picture in place of a photo: the name's initials, or a silhouette for a bare number. */
import { Check, CheckCheck, CircleAlert, Clock, UserRound } from "lucide";
import { Icon } from "../../../ui/parts/icon";
import { type Tick, tickWords } from "./delivery";

/** The customer's picture; decorative, since the name is beside it. */
export function Avatar({ name }: { name: string }) {
  const letters = name
    .split(/\s+/)
    .flatMap((word) => /^\p{L}/u.exec(word) ?? [])
    .slice(0, 2)
    .join("");
  return (
    <span class="phone-avatar" aria-hidden="true">
      {letters === "" ? <Icon node={UserRound} size={18} /> : letters.toUpperCase()}
    </span>
  );
}

const ICONS = { pending: Clock, sent: Check, delivered: CheckCheck, read: CheckCheck, failed: CircleAlert };

/** WhatsApp's ticks, with a tooltip. Screen readers hear sentences instead. */
export function TickIcon({ tick }: { tick: Tick }) {
  return (
    <span class={`phone-tick phone-tick-${tick}`} title={tickWords[tick]}>
      <Icon node={ICONS[tick]} size={tick === "pending" ? 12 : 14} />
    </span>
  );
}
