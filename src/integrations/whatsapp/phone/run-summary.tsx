import { counted } from "../../../shared/counted";
import { usePage } from "../../../ui/page";
import { show } from "../../../ui/shell";
import { sentMessageId } from "../sent-message";
import { contactIndex, messageIndex } from "../simulator/page";
import { useWhatsAppWorld } from "../use-world";
import { nameOf } from "./conversations";
import { keyOfPlace } from "./place";
import { recipients } from "./recipients";

/** How many messages the last run sent, and to whom. Pressing it shows the message on the phone, or the list of chats. */
export function RunSummary() {
  const { playground, shell, showMessage } = usePage();
  const world = useWhatsAppWorld().present();
  const sent = playground.run.calls.value.flatMap((call) => sentMessageId(call) ?? []);
  const last = sent.at(-1);
  if (last === undefined) return null;
  const people = world === null ? new Set<string>() : recipients(playground.run.calls.value, world);
  const [only, other] = people;
  const whom =
    world === null || only === undefined
      ? ""
      : other === undefined
        ? ` to ${nameOf(contactIndex.find(world.contacts, only), only)}`
        : ` to ${people.size} people`;
  const showThem = () => {
    const message = world === null ? undefined : messageIndex.find(world.messages, last);
    if (world === null || message === undefined || other === undefined) return showMessage(last);
    shell.jumps.chat.value = keyOfPlace({ phoneNumberId: message.phoneNumberId }, world);
    show(shell, "phone");
  };
  return (
    <button type="button" class="link" onClick={showThem}>
      {counted(sent.length, "message", "messages")}
      {whom}
    </button>
  );
}
