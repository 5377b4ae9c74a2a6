import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import { usePlayground } from "../../../ui/page";
import { useFrame } from "../../../ui/panes/shared/use-frame";
import type { Stick } from "../../../ui/panes/shared/use-stick";
import { useVirtualList } from "../../../ui/panes/shared/virtual-list";
import { callsByMessage } from "../sent-message";
import { Bubble, type BubbleProps } from "./bubble";
import { dayText } from "./clock";
import { type Chat, rowsOf } from "./conversations";

const ROW = 62;

interface Props extends Pick<BubbleProps, "world" | "mute" | "onReply">, Pick<Stick, "stick" | "settle"> {
  readonly chat: Chat;
  readonly scroller: { readonly current: HTMLElement | null };
  /** The message to go to, if any. */
  readonly target: string | null;
  onArrived(): void;
}

/** The messages in view, of however many there are. */
export function MessageList(props: Props) {
  const { world, chat, scroller, stick, target, settle, onArrived } = props;
  const rows = rowsOf(chat.messages);
  const { run } = usePlayground();
  useFrame(() => run.calls.value);
  const all = run.calls.peek();
  const calls = useMemo(() => callsByMessage(all), [all]);
  const list = useVirtualList(scroller, {
    count: rows.length,
    base: 0,
    estimate: ROW,
    epoch: chat.waId,
    following: stick,
  });
  // Rows that are taller than estimated push the end away after the chat has scrolled to it.
  useLayoutEffect(settle);
  useEffect(() => {
    if (target === null) return;
    const index = rows.findIndex((row) => row.kind === "message" && row.message.id === target);
    if (index === -1) return onArrived();
    stick.current = false;
    return list.reveal(index, "article", (message) => {
      message.scrollIntoView({ block: "center" });
      message.focus({ preventScroll: true });
      onArrived();
    });
  }, [target]);
  return (
    <div class="phone-messages" style={list.boxStyle}>
      <div class="phone-rows" style={list.rowsStyle}>
        {list.items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div class="phone-row" key={String(item.key)} data-index={item.index} ref={list.measure}>
              {row.kind === "day" ? (
                <p class="phone-day">
                  <span>{dayText(row.at, world.clock)}</span>
                </p>
              ) : (
                <Bubble {...props} name={chat.name} message={row.message} call={calls.get(row.message.id)} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
