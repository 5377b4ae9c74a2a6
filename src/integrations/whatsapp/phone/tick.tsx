import { Check, CheckCheck, CircleAlert, Clock } from "lucide";
import { Icon } from "../../../ui/parts/icon";
import { type Tick, tickWords } from "./delivery";

const ICONS = { pending: Clock, sent: Check, delivered: CheckCheck, read: CheckCheck, failed: CircleAlert };

/** WhatsApp's ticks; in words for a pointer, while sentences say it to those who hear. */
export function TickIcon({ tick }: { tick: Tick }) {
  return (
    <span class={`phone-tick phone-tick-${tick}`} title={tickWords[tick]}>
      <Icon node={ICONS[tick]} size={tick === "pending" ? 12 : 14} />
    </span>
  );
}
