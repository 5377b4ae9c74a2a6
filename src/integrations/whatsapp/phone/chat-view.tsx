import { ArrowDown, SendHorizontal } from "lucide";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useStick } from "../../../ui/panes/shared/use-stick";
import { Button } from "../../../ui/parts/button";
import { ScrollArea } from "../../../ui/parts/scroll-area";
import {
  contactIndex,
  pressButton,
  receive,
  strangerContact,
  type World,
  type WorldEvent,
} from "../simulator/page";
import { useWhatsAppWorld } from "../use-world";
import { ChatHead, muteOf } from "./chat-head";
import { type Chat, chatWith } from "./conversations";
import { sentenceOf } from "./delivery";
import { MessageList } from "./message-list";
import "./chat.css";
import "./message.css";
import { Icon } from "../../../ui/parts/icon";

interface Props {
  readonly world: World;
  readonly phoneNumberId: string;
  readonly waId: string;
  /** Unsent text by chat. Outlives the view. */
  readonly drafts: Map<string, string>;
  /** The message to go to, or `null` for the newest. */
  readonly message: string | null;
  /** Whether to move the focus here, because the person opened the chat. */
  readonly focus: boolean;
  onArrived(): void;
  onBack(): void;
}

/** One conversation. It follows new messages until the person scrolls up. */
export function ChatView(props: Props) {
  const { world, phoneNumberId, waId, message, onArrived, onBack } = props;
  const model = useWhatsAppWorld();
  const chat = chatWith(world, phoneNumberId, waId);
  const contact = contactIndex.find(world.contacts, waId) ?? strangerContact(waId);
  const mute = muteOf(contact, chat.name);
  const news = useNews(chat, world.clock);
  const scroller = useRef<HTMLElement>(null);
  const { stick, away, settle, toEnd } = useStick(scroller, 0);
  useEffect(() => {
    // When coming from the list, its button is gone, and the focus would be lost.
    if (props.focus && message === null) scroller.current?.focus({ preventScroll: true });
  }, []);

  const act = (event: WorldEvent | null) => {
    if (event === null) return;
    stick.current = true;
    model.act([event]);
  };
  const remedy = mute?.remedy;
  /** The current world, not the one drawn: a run may be continuing, or the past is shown. */
  const now = () => model.present() ?? world;
  return (
    <>
      <ChatHead chat={chat} contact={contact} now={world.clock} model={model} onBack={onBack} />
      <div class="phone-frame">
        <ScrollArea
          class="phone-scroll"
          ref={scroller}
          role="log"
          aria-live="off"
          aria-label={`Messages with ${chat.name}`}
        >
          {chat.messages.length === 0 ? (
            <p class="phone-nothing">
              No messages yet. Write as {chat.name} below to open the customer service window, or run a script
              that messages +{waId}.
            </p>
          ) : (
            <MessageList
              {...props}
              chat={chat}
              mute={mute?.reason ?? null}
              scroller={scroller}
              stick={stick}
              settle={settle}
              target={message}
              onArrived={onArrived}
              onReply={(id, index) => act(pressButton(now(), id, index))}
            />
          )}
        </ScrollArea>
        {away && (
          <Button icon={ArrowDown} class="phone-latest" onClick={toEnd}>
            Newest
          </Button>
        )}
      </div>
      {mute === null ? (
        <Compose
          name={chat.name}
          draft={`${phoneNumberId} ${waId}`}
          drafts={props.drafts}
          onSend={(text) => act(receive(now(), phoneNumberId, waId, text))}
        />
      ) : (
        <div class="phone-compose phone-mute">
          <p>{mute.reason}</p>
          {remedy !== undefined && (
            <Button onClick={() => model.act([{ type: "contact_changed", waId, change: remedy.change }])}>
              {remedy.label}
            </Button>
          )}
        </div>
      )}
      <p class="visually-hidden" role="status">
        {news}
      </p>
    </>
  );
}

/** Milliseconds between announcements: a script sends faster than anyone can listen. */
const REST = 2_000;

/** What a screen reader announces in an open chat: the newest message, or how many came since the last announcement. */
function useNews(chat: Chat, now: number): string {
  const [said, setSaid] = useState("");
  const [resting, setResting] = useState(false);
  const count = chat.messages.length;
  const told = useRef(count);
  useEffect(() => {
    if (resting || count === told.current) return;
    const came = count - told.current;
    const last = chat.messages.at(-1);
    told.current = count;
    if (came < 0 || last === undefined) return;
    const sentence = sentenceOf(last, chat.name, now);
    setSaid(came === 1 ? sentence : `${came} new messages, the last: ${sentence}`);
    setResting(true);
  }, [count, resting]);
  useEffect(() => {
    if (!resting) return;
    const timer = setTimeout(() => setResting(false), REST);
    return () => clearTimeout(timer);
  }, [resting]);
  return said;
}

/** WhatsApp's longest text. */
const LONGEST = 4096;

interface ComposeProps extends Pick<Props, "drafts"> {
  readonly name: string;
  /** The chat's key in the drafts. */
  readonly draft: string;
  onSend(text: string): void;
}

/** Where the person writes as the customer. Enter sends, Shift+Enter starts a new line. */
function Compose({ name, draft, drafts, onSend }: ComposeProps) {
  const id = useId();
  const [text, setText] = useState(drafts.get(draft) ?? "");
  const type = (typed: string) => {
    setText(typed);
    drafts.set(draft, typed);
  };
  const send = () => {
    if (text.trim() === "") return;
    onSend(text.trim());
    type("");
  };
  return (
    <form
      class="phone-compose"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="visually-hidden" for={id}>
        Write as {name}
      </label>
      <textarea
        id={id}
        class="input"
        rows={1}
        maxLength={LONGEST}
        placeholder={`Write as ${name}`}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          // An input method uses Enter to accept a suggestion.
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="phone-send" aria-label={`Send as ${name}`} disabled={text.trim() === ""}>
        <Icon node={SendHorizontal} size={16} />
      </button>
    </form>
  );
}
