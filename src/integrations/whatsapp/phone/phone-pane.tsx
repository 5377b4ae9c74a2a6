import { useSignalEffect } from "@preact/signals";
import { MessageCircle } from "lucide";
import { useRef, useState } from "preact/hooks";
import { usePage } from "../../../ui/page";
import { useFrame } from "../../../ui/panes/shared/use-frame";
import { PaneButton } from "../../../ui/parts/button";
import { Icon } from "../../../ui/parts/icon";
import { messageIndex } from "../simulator/page";
import { useWhatsAppWorld } from "../use-world";
import { ChatList } from "./chat-list";
import { ChatView } from "./chat-view";
import { useFollowedChat } from "./followed-chat";
import { PhoneBar } from "./phone-bar";
import { type PhonePlace, placeFor } from "./place";
import { useTimeAfterSending } from "./time-after-sending";
import "../../../ui/panes/shared/shared.css";
import "./phone.css";

/** The simulated world's conversations as they would look on a phone; the person plays the customers. */
export function PhonePane() {
  const { playground, shell } = usePage();
  const model = useWhatsAppWorld();
  const { jumps } = shell;
  useFrame(() => model.world.value);
  const [place, setPlace] = useState<PhonePlace | null>(null);
  // The same chat stays the same place: a hidden phone draws nothing.
  const at = useRef<PhonePlace>({});
  const stay = useFollowedChat(model, (next) => {
    const { phoneNumberId, waId } = at.current;
    if (next.phoneNumberId !== phoneNumberId || next.waId !== waId) setPlace(next);
  });
  useTimeAfterSending(model);
  const choose = (chosen: PhonePlace) => {
    stay();
    setPlace({ ...chosen, chosen: true });
  };

  useSignalEffect(() => {
    const waId = jumps.chat.value;
    if (waId === null) return;
    jumps.chat.value = null;
    choose({ waId });
  });
  useSignalEffect(() => {
    const id = jumps.message.value;
    // Only while somebody wants to go to a message: the world changes with each call.
    if (id === null) return;
    const world = model.world.value;
    if (world === null) return;
    jumps.message.value = null;
    const message = messageIndex.find(world.messages, id);
    if (message === undefined) {
      playground.notices.info("This message no longer exists in this world.");
      return;
    }
    const { phoneNumberId, waId } = message;
    choose({ phoneNumberId, waId, message: id });
  });

  const world = model.world.peek();
  if (world === null) return <p class="placeholder busy">Loading…</p>;
  const shown = place ?? placeFor(playground.scripts.current.peek().source, world);
  const account =
    world.accounts.find((one) => one.phoneNumberId === shown.phoneNumberId) ?? world.accounts[0];
  if (account === undefined) return <NoNumber />;
  const { phoneNumberId } = account;
  at.current = { ...shown, phoneNumberId };
  return (
    <div class="pane phone">
      <PhoneBar
        world={world}
        model={model}
        phoneNumberId={phoneNumberId}
        onAccount={(id) => choose({ phoneNumberId: id })}
      />
      {playground.mode.mode.value === "live" && (
        <p class="phone-live">Live messages go to real phones. This phone shows the simulator.</p>
      )}
      {shown.waId === undefined ? (
        <ChatList
          world={world}
          account={account}
          focused={shown.left ?? null}
          onOpen={(waId) => choose({ phoneNumberId, waId })}
        />
      ) : (
        <ChatView
          key={`${phoneNumberId} ${shown.waId}`}
          world={world}
          phoneNumberId={phoneNumberId}
          waId={shown.waId}
          message={shown.message ?? null}
          focus={shown.chosen === true}
          onArrived={() => setPlace({ ...shown, message: null })}
          onBack={() => choose({ phoneNumberId, ...(shown.waId && { left: shown.waId }) })}
        />
      )}
    </div>
  );
}

function NoNumber() {
  const { runCommand } = usePage();
  return (
    <div class="pane phone">
      <div class="pane-empty">
        <Icon node={MessageCircle} size={24} />
        <p class="pane-empty-title">No business number</p>
        <p>This world has no business phone number.</p>
        <PaneButton onClick={() => runCommand("editWorld")}>Edit world</PaneButton>
      </div>
    </div>
  );
}
