import { useSignalEffect } from "@preact/signals";
import { MessageCircle } from "lucide";
import { useState } from "preact/hooks";
import { usePage } from "../../../ui/page";
import { useFrame } from "../../../ui/panes/shared/use-frame";
import { PaneButton } from "../../../ui/parts/button";
import { Icon } from "../../../ui/parts/icon";
import { messageIndex } from "../simulator/page";
import { useWhatsAppWorld } from "../use-world";
import { ChatList } from "./chat-list";
import { ChatView } from "./chat-view";
import { PhoneBar } from "./phone-bar";
import "../../../ui/panes/shared/shared.css";
import "./phone.css";

/** What the phone shows: a business number's conversations, or one of them. */
interface Place {
  /** Absent, or no longer there: the world's first number. */
  readonly phoneNumberId?: string;
  /** The customer. Without one, the list is shown. */
  readonly waId?: string;
  /** The chat that was left last: its place in the list gets the focus back. */
  readonly left?: string;
  readonly message?: string | null;
}

/** The simulated world's conversations as they would look on a phone; the person plays the customers. */
export function PhonePane() {
  const { playground, shell } = usePage();
  const model = useWhatsAppWorld();
  const { jumps } = shell;
  useFrame(() => model.world.value);
  const [place, setPlace] = useState<Place>({});

  useSignalEffect(() => {
    const id = jumps.message.value;
    // Only while somebody wants to go to a message: the world changes with each call.
    if (id === null) return;
    const world = model.world.value;
    if (world === null) return;
    jumps.message.value = null;
    const message = messageIndex.find(world.messages, id);
    if (message === undefined) {
      playground.notices.info("This message is no longer in the simulated world.");
      return;
    }
    const { phoneNumberId, waId } = message;
    setPlace({ phoneNumberId, waId, message: id });
  });

  const world = model.world.peek();
  if (world === null) return <p class="placeholder busy">Loading…</p>;
  const account =
    world.accounts.find((one) => one.phoneNumberId === place.phoneNumberId) ?? world.accounts[0];
  if (account === undefined) return <NoNumber />;
  const { phoneNumberId } = account;
  return (
    <div class="pane phone">
      <PhoneBar
        world={world}
        model={model}
        phoneNumberId={phoneNumberId}
        onAccount={(id) => setPlace({ phoneNumberId: id })}
      />
      {playground.mode.mode.value === "live" && (
        <p class="phone-live">Live messages go to real phones. This one shows the simulated world.</p>
      )}
      {place.waId === undefined ? (
        <ChatList
          world={world}
          account={account}
          focused={place.left ?? null}
          onOpen={(waId) => setPlace({ phoneNumberId, waId })}
        />
      ) : (
        <ChatView
          key={`${phoneNumberId} ${place.waId}`}
          world={world}
          phoneNumberId={phoneNumberId}
          waId={place.waId}
          message={place.message ?? null}
          onArrived={() => setPlace((now) => ({ ...now, message: null }))}
          onBack={() => setPlace({ phoneNumberId, ...(place.waId && { left: place.waId }) })}
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
        <p>This world has no phone number to write from.</p>
        <PaneButton onClick={() => runCommand("editWorld")}>Edit the simulated world</PaneButton>
      </div>
    </div>
  );
}
