/**
 * Live runs cut off when their page is reloaded, closed or crashes. What a live run has sent is kept in localStorage until the
 * run is over, so the next page can say which writes have an unknown outcome.
 */
import * as v from "valibot";
import { counted } from "../shared/counted";
import { deferred } from "../shared/deferred";
import { parseJson } from "../shared/json";
import { parseOrNull } from "../shared/parse-with";
import { newId } from "../storage/browser-storage";
import { oneTabAtATime } from "../storage/queue";
import { browserLocalStorage, keysWith } from "../storage/unload-store";
import * as LOCAL_KEYS from "./local-keys";
import type { NoticesModel } from "./notices";

const CUT_RUN = v.object({
  script: v.string(),
  /** Writes that got a response. */
  answered: v.number(),
  /** Writes that were sent and got no response, in words. */
  open: v.array(v.string()),
});

type CutRun = v.InferOutput<typeof CUT_RUN>;

/** More would say nothing new. */
const MOST_OPEN = 10;

export interface RunNote {
  /** A write is about to be sent. */
  sends(what: string): void;
  /** The last write got a response, or was never sent. */
  settled(answered: boolean): void;
  /** The run has ended, and the page has shown the outcome of each write. */
  over(): void;
}

/** Keeps a note of a live run. */
export function noteRun(script: string): RunNote {
  const key = LOCAL_KEYS.liveRun + newId();
  const ended = deferred<void>();
  // Held for the page's lifetime, which tells other tabs that the run has not been cut off.
  void oneTabAtATime(key)(() => ended.promise);
  let note: CutRun = { script, answered: 0, open: [] };
  let isOver = false;
  const keep = (change: Partial<CutRun>) => {
    if (isOver) return;
    note = { ...note, ...change };
    try {
      browserLocalStorage()?.setItem(key, JSON.stringify(note));
    } catch {
      // Storage is full. The calls pane shows the outcome as long as the page is open.
    }
  };
  return {
    sends: (what) => keep({ open: [...note.open, what].slice(-MOST_OPEN) }),
    settled: (answered) =>
      keep({ open: note.open.slice(0, -1), answered: note.answered + (answered ? 1 : 0) }),
    over() {
      isOver = true;
      browserLocalStorage()?.removeItem(key);
      ended.resolve();
    },
  };
}

/** Reports what cut-off live runs had sent. Waits for runs whose tab is still open. */
export function tellCutRuns(notices: Pick<NoticesModel, "show">): void {
  const storage = browserLocalStorage();
  for (const key of keysWith(storage, LOCAL_KEYS.liveRun))
    void oneTabAtATime(key)(async () => {
      const cut = parseOrNull(CUT_RUN, parseJson(storage?.getItem(key) ?? ""));
      storage?.removeItem(key);
      if (cut !== null) notices.show(noticeOf(cut));
    });
}

function noticeOf({ script, answered, open }: CutRun) {
  const cut = `${script} was running live when its page closed.`;
  const before = answered === 0 ? "" : ` ${counted(answered, "other write")} got a response.`;
  if (open.length === 0)
    return {
      tone: "info" as const,
      text: `${cut} ${counted(answered, "write")} got a response. No others were pending.`,
      lasting: true,
    };
  return {
    tone: "error" as const,
    text: `${cut} Outcome unknown: ${open.join(", ")}. Check whether the message arrived before you send it again.${before}`,
  };
}
