import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "./conversations";
import { sentenceOf } from "./sentence";

/** Milliseconds between two announcements: a script sends faster than anybody can listen. */
const REST = 2_000;

/** What a screen reader is told of an open chat: the newest message, or how many came since it was told last. */
export function useNews(chat: Chat, now: number): string {
  const [said, setSaid] = useState("");
  const latest = useRef({ chat, now });
  latest.current = { chat, now };
  const told = useRef(chat.messages.length);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const count = chat.messages.length;
  useEffect(() => {
    if (count === told.current || timer.current !== null) return;
    const tell = () => {
      const { chat, now } = latest.current;
      const came = chat.messages.length - told.current;
      const last = chat.messages.at(-1);
      told.current = chat.messages.length;
      timer.current = null;
      if (came <= 0 || last === undefined) return;
      const sentence = sentenceOf(last, chat.name, now);
      setSaid(came === 1 ? sentence : `${came} new messages, the last: ${sentence}`);
      timer.current = setTimeout(() => {
        timer.current = null;
        if (latest.current.chat.messages.length !== told.current) tell();
      }, REST);
    };
    tell();
  }, [count]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return said;
}
