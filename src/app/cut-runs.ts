/**
 * Live runs that end with their page: it is reloaded, closed, or crashes. What such a run had sent is kept in localStorage
 * until the run is over, so that the next page can say which writes nobody knows the outcome of.
 */
import * as v from "valibot";
import { counted } from "../shared/counted";
import { deferred } from "../shared/deferred";
import { parseJson } from "../shared/json";
import { parseOrNull } from "../shared/parse-with";
import { newId } from "../storage/browser-storage";
import { oneTabAtATime } from "../storage/queue";
import { browserLocalStorage, keysWith } from "../storage/unload-store";
import type { NoticesModel } from "./notices";
import { LOCAL_KEYS } from "./storage-names";

const CUT_RUN = v.object({
  script: v.string(),
  /** Writes that were answered. */
  answered: v.number(),
  /** Writes that left and were not answered, in words. */
  open: v.array(v.string()),
});

type CutRun = v.InferOutput<typeof CUT_RUN>;

/** More of them say nothing new. */
const MOST_OPEN = 10;

export interface RunNote {
  /** A write leaves now. */
  sends(what: string): void;
  /** The last write was answered, or never left. */
  settled(answered: boolean): void;
  /** The run has ended, and the page has shown the outcome of each write. */
  over(): void;
}

/** Keeps a note of a live run. */
export function noteRun(script: string): RunNote {
  const key = LOCAL_KEYS.liveRun + newId();
  const ended = deferred<void>();
  // Held for as long as this page lives: other tabs see by it that the run is not cut off.
  void oneTabAtATime(key)(() => ended.promise);
  let note: CutRun = { script, answered: 0, open: [] };
  let isOver = false;
  const keep = (change: Partial<CutRun>) => {
    if (isOver) return;
    note = { ...note, ...change };
    try {
      browserLocalStorage()?.setItem(key, JSON.stringify(note));
    } catch {
      // Full. The calls pane still shows the outcome, as long as the page is there.
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

/** Says what the live runs of pages that are gone have sent. A run in another tab that is still there is waited for. */
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
