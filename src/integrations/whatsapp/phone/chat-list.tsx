import { MessageCircle, UserRoundPlus } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { useVirtualList } from "../../../ui/panes/shared/virtual-list";
import { Button } from "../../../ui/parts/button";
import { Icon } from "../../../ui/parts/icon";
import { ScrollArea } from "../../../ui/parts/scroll-area";
import type { World, WorldAccount } from "../simulator/page";
import { listTimeText } from "./clock";
import { type Chat, chatsOf, timeOf, wordsOf } from "./conversations";
import { deliveryOf, sentenceOf } from "./delivery";
import { NewCustomer } from "./new-customer";
import { Avatar, TickIcon } from "./pictures";

const ROW = 64;

interface Props {
  readonly world: World;
  readonly account: WorldAccount;
  /** The customer whose chat was just left, if any: its button gets the focus. */
  readonly focused: string | null;
  onOpen(waId: string): void;
}

/** The conversations of a business number, newest first. */
export function ChatList({ world, account, focused, onOpen }: Props) {
  const [adding, setAdding] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const chats = chatsOf(world, account.phoneNumberId);
  const list = useVirtualList(scroller, {
    count: chats.length,
    base: 0,
    estimate: ROW,
    epoch: account.phoneNumberId,
  });
  const drawn = list.items.length > 0;
  useEffect(() => {
    if (focused === null || !drawn) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-chat="${focused}"]`);
    (button ?? scroller.current)?.focus();
  }, [drawn]);
  return (
    <>
      <div class="phone-list-head">
        <h3>
          {account.verifiedName} <span class="note">+{account.phoneNumber}</span>
        </h3>
        <Button icon={UserRoundPlus} aria-expanded={adding} onClick={() => setAdding((open) => !open)}>
          New customer message
        </Button>
      </div>
      {adding && (
        <NewCustomer world={world} account={account} onOpen={onOpen} onCancel={() => setAdding(false)} />
      )}
      <ScrollArea ref={scroller} aria-label="Chats">
        {chats.length === 0 ? (
          <NoChats />
        ) : (
          <div class="phone-list" style={list.boxStyle}>
            <ul style={list.rowsStyle}>
              {list.items.map((item) => {
                const chat = chats[item.index];
                if (chat === undefined) return null;
                return (
                  <li
                    key={chat.waId}
                    data-index={item.index}
                    ref={list.measure}
                    aria-posinset={item.index + 1}
                    aria-setsize={chats.length}
                  >
                    <ChatButton chat={chat} now={world.clock} onOpen={onOpen} />
                  </li>
                );
              })}
            </ul>
          </div>
        )}
      </ScrollArea>
    </>
  );
}

function ChatButton({ chat, now, onOpen }: { chat: Chat; now: number; onOpen(waId: string): void }) {
  const { waId, name, unread } = chat;
  const last = chat.messages.at(-1);
  if (last === undefined) return null;
  const waiting = unread === 0 ? "" : `, ${unread} unread`;
  return (
    <button
      type="button"
      class="phone-chat"
      data-chat={waId}
      aria-label={`${name}${waiting}, last: ${sentenceOf(last, name, now)}`}
      onClick={() => onOpen(waId)}
    >
      <Avatar name={name} />
      <span class="phone-chat-name">{name}</span>
      <span class="phone-chat-time">{listTimeText(timeOf(last), now)}</span>
      <span class="phone-chat-last">
        {last.direction === "outbound" && <TickIcon tick={deliveryOf(last, now).tick} />}
        <span>{wordsOf(last)}</span>
      </span>
      {unread > 0 && <span class="phone-unread">{unread > 99 ? "99+" : unread}</span>}
    </button>
  );
}

function NoChats() {
  return (
    <div class="pane-empty">
      <Icon node={MessageCircle} size={24} />
      <p class="pane-empty-title">No messages yet</p>
      <p>
        Messages sent with <code>send_message</code> or <code>send_template</code> appear here. A customer can
        also write first: press <strong>New customer message</strong>.
      </p>
    </div>
  );
}
