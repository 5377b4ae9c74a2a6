import { useSignalEffect } from "@preact/signals";
import { MessageCircle } from "lucide";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { clipText } from "../../../shared/cut-text";
import { usePage } from "../../../ui/page";
import { useFrame } from "../../../ui/panes/shared/use-frame";
import { Button } from "../../../ui/parts/button";
import { Icon } from "../../../ui/parts/icon";
import { messageIndex } from "../simulator/page";
import { useWhatsAppWorld } from "../use-world";
import { ChatList } from "./chat-list";
import { ChatView } from "./chat-view";
import { useFollowedChat } from "./followed-chat";
import { PhoneBar } from "./phone-bar";
import { keyOfPlace, type PhonePlace, placeFor, placeOfKey } from "./place";
import { useTimeAfterSending } from "./time-after-sending";
import "../../../ui/panes/shared/shared.css";
import "./phone.css";

/** The simulated world's conversations as they would look on a phone. The person plays the customers. */
export function PhonePane() {
  const { playground, shell } = usePage();
  const model = useWhatsAppWorld();
  const { jumps } = shell;
  useFrame(() => model.world.value);
  const [place, setPlace] = useState<PhonePlace | null>(null);
  // The same chat stays the same place: a hidden phone draws nothing.
  const at = useRef<PhonePlace>({});
  const drafts = useMemo(() => new Map<string, string>(), []);
  const stay = useFollowedChat(model, (next) => {
    const { phoneNumberId, waId } = at.current;
    if (next.phoneNumberId !== phoneNumberId || next.waId !== waId) setPlace(next);
  });
  useTimeAfterSending(model);
  const tellPlace = (shown: PhonePlace) => {
    const world = model.world.peek();
    if (world === null) return;
    shell.chat.value = { key: keyOfPlace(shown, world), chosen: shown.chosen === true };
  };
  const choose = (chosen: PhonePlace) => {
    stay();
    const next = { ...chosen, chosen: true };
    setPlace(next);
    tellPlace(next);
  };

  useSignalEffect(() => {
    const key = jumps.chat.value;
    if (key === null) return;
    const world = model.world.value;
    if (world === null) return;
    const found = placeOfKey(key, world);
    if (found === null) {
      playground.notices.error(
        `The simulated world has no chat “${clipText(key, 60)}”. Choose a chat from the phone's list, or write there as a new customer.`,
      );
    } else choose(found);
    jumps.chat.value = null;
  });
  useSignalEffect(() => {
    const id = jumps.message.value;
    // Only while there is a message to go to, since the world changes with each call.
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
  const shown = world === null ? null : (place ?? placeFor(playground.scripts.current.peek().source, world));
  useLayoutEffect(() => {
    if (shown !== null) tellPlace(shown);
  }, [shown?.phoneNumberId, shown?.waId, shown?.chosen]);
  if (world === null || shown === null) return <p class="placeholder busy">Loading…</p>;
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
          drafts={drafts}
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
        <Button onClick={() => runCommand("editWorld")}>Edit world</Button>
      </div>
    </div>
  );
}
