import { X } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { noticeLifetime, type PageNotice } from "../app/notices";
import { usePlayground } from "./page";
import { IconButton } from "./parts/button";

/** Short messages below the script. They disappear after a while unless pointed at. Errors stay. */
export function Notices() {
  const { notices } = usePlayground();
  return (
    <section class="notices" aria-label="Notices" aria-live="polite" data-region="Notices">
      {notices.all.value.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onGone={() => notices.dismiss(notice.id)} />
      ))}
    </section>
  );
}

function NoticeCard({ notice, onGone }: { notice: PageNotice; onGone(): void }) {
  const [held, hold] = useState(false);
  useEffect(() => {
    const ms = noticeLifetime(notice);
    if (ms === null || held) return;
    const timer = setTimeout(onGone, ms);
    return () => clearTimeout(timer);
  }, [notice, held]);
  const { action } = notice;
  return (
    <div
      class={`notice is-${notice.tone}`}
      {...(notice.tone === "error" ? { role: "alert" as const } : {})}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocusIn={() => hold(true)}
      onFocusOut={() => hold(false)}
    >
      <p>{notice.text}</p>
      {action === undefined ? null : (
        <button
          type="button"
          class="link"
          onClick={() => {
            onGone();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon={X} size={14} label="Dismiss" onClick={onGone} />
    </div>
  );
}
