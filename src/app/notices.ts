/** Short messages at the edge of the page. */
import { signal } from "@preact/signals";
import { messageOf } from "../shared/message-of";
import { readable } from "./readable";

export interface PageNotice {
  readonly id: number;
  readonly tone: "info" | "success" | "error";
  readonly text: string;
  readonly action?: NoticeAction;
  /** Stays until it is dismissed, as errors do. */
  readonly lasting?: boolean;
}

interface NoticeAction {
  readonly label: string;
  run(): void;
}

export type NoticesModel = ReturnType<typeof createNotices>;

/** Most notices shown at once. Older ones give way. */
const MOST = 4;

/** Milliseconds a notice stays while the pointer is elsewhere, or `null` if it stays until dismissed. */
export function noticeLifetime(notice: PageNotice): number | null {
  if (notice.tone === "error" || notice.lasting === true) return null;
  return notice.action === undefined ? 6_000 : 12_000;
}

/** The notices of a page. Showing the same tone and text again replaces the older one. */
export function createNotices() {
  const all = signal<readonly PageNotice[]>([]);
  let nextId = 1;
  const show = (notice: Omit<PageNotice, "id">) => {
    const others = all.value.filter((n) => n.text !== notice.text || n.tone !== notice.tone);
    all.value = [...others, { ...notice, id: nextId++ }].slice(-MOST);
  };
  const showAs = (tone: PageNotice["tone"]) => (text: string, action?: NoticeAction) =>
    show(action === undefined ? { tone, text } : { tone, text, action });
  /** `again`: offers to do the work once more. */
  const attempting = (say: (what: string, why: string) => string, again: boolean) => {
    const attempt = async (what: string, work: () => Promise<void>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        const action = { label: "Try again", run: () => void attempt(what, work) };
        show({ tone: "error", text: say(what, messageOf(error)), ...(again && { action }) });
        return false;
      }
    };
    return attempt;
  };
  return {
    all: readable(all),
    info: showAs("info"),
    success: showAs("success"),
    error: showAs("error"),
    show,
    /** Does `work` and returns whether it succeeded. A failure becomes a notice: `Couldn't delete the account: …`. */
    attempt: attempting((what, why) => `Couldn't ${what}: ${why}`, false),
    /** The same for work that begins by loading a part of the page. The notice can do it again. */
    attemptLoading: attempting(
      (what, why) => `Couldn't ${what} (${why}). Check your connection and try again.`,
      true,
    ),
    dismiss(id: number) {
      all.value = all.value.filter((n) => n.id !== id);
    },
  };
}
