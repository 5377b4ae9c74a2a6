import { type ReadonlySignal, signal } from "@preact/signals";
import {
  mergeProgress,
  PROGRESS_PREFIX,
  type Progress,
  parseProgress,
  progressRecord,
} from "./lessons-record";
import type { NoticesModel } from "./playground";
import { reasonOf } from "./script-sync";
import type { KeyValueStore } from "./store";
import type { TabChannel } from "./tab-channel";

interface ProgressParts {
  readonly store: KeyValueStore;
  readonly tabs: TabChannel | null;
  readonly notices: NoticesModel;
}

export interface KeptProgress {
  readonly value: ReadonlySignal<Progress>;
  change(change: (before: Progress) => Progress): void;
  /** Reads the progress of the course that is open now. */
  reload(): Promise<void>;
}

/** A course's progress, saved at every change and in step with the other tabs. Without storage it stays in memory. */
export async function keepProgress(
  { store, tabs, notices }: ProgressParts,
  course: () => string,
): Promise<KeptProgress> {
  const value = signal<Progress>({ current: "", lessons: {} });
  let told = false;
  const refused = (error: unknown) => {
    if (told) return;
    told = true;
    const text = `Your progress is not being saved (${reasonOf(error)}). It lasts until this page closes.`;
    notices.show({ tone: "error", text });
  };
  const read = async (id: string): Promise<Progress> => {
    try {
      return parseProgress(await store.get(PROGRESS_PREFIX + id));
    } catch (error) {
      refused(error);
      return { current: "", lessons: {} };
    }
  };
  const reload = async () => {
    const id = course();
    const stored = await read(id);
    if (course() === id) value.value = stored;
  };
  const save = async (id: string, ours: Progress) => {
    try {
      await store.update(PROGRESS_PREFIX + id, (stored) =>
        progressRecord(mergeProgress(parseProgress(stored), ours)),
      );
      tabs?.post({ kind: "changed", id });
    } catch (error) {
      refused(error);
    }
  };
  tabs?.listen(({ id }) => {
    if (id !== course()) return;
    void read(id).then((theirs) => {
      // Which lesson is open is each tab's own affair.
      if (id === course()) value.value = mergeProgress(theirs, value.peek());
    });
  });
  await reload();
  return {
    value,
    change(change) {
      value.value = change(value.peek());
      void save(course(), value.peek());
    },
    reload,
  };
}
