import { counted } from "../../../shared/counted";
import { usePage } from "../../../ui/page";
import { sentMessageId } from "../sent-message";
import { contactIndex, messageIndex } from "../simulator/page";
import { useWhatsAppWorld } from "../use-world";
import { nameOf } from "./conversations";

/** How many messages the last run sent, and to whom. A press shows the last one on the phone. */
export function RunSummary() {
  const { playground, showMessage } = usePage();
  const world = useWhatsAppWorld().present();
  const sent = playground.run.calls.value.flatMap((call) => sentMessageId(call) ?? []);
  const last = sent.at(-1);
  if (last === undefined) return null;
  const people = new Set(
    sent.flatMap((id) => (world === null ? [] : (messageIndex.find(world.messages, id)?.waId ?? []))),
  );
  const [only, other] = people;
  const whom =
    world === null || only === undefined
      ? ""
      : other === undefined
        ? ` to ${nameOf(contactIndex.find(world.contacts, only), only)}`
        : ` to ${people.size} people`;
  return (
    <button type="button" class="link" onClick={() => showMessage(last)}>
      {counted(sent.length, "message", "messages")}
      {whom}
    </button>
  );
}
