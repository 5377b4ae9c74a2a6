import { type ReadonlySignal, signal } from "@preact/signals";
import { messageOf } from "../shared/message-of";
import type { KeyValueStore } from "../storage/store";
import type { TabChannel } from "../storage/tab-channel";
import {
  mergeProgress,
  PROGRESS_PREFIX,
  type Progress,
  parseProgress,
  progressRecord,
} from "./lessons-record";
import type { NoticesModel } from "./notices";
import type { UnsavedProgress } from "./unsaved-progress";

interface ProgressParts {
  readonly store: KeyValueStore;
  readonly tabs: TabChannel | null;
  readonly notices: NoticesModel;
  /** What earlier pages could not save any more. */
  readonly leftBehind?: readonly UnsavedProgress[];
}

export interface KeptProgress {
  readonly value: ReadonlySignal<Progress>;
  change(change: (before: Progress) => Progress): void;
  /** Reads the progress of the course that is open now. */
  reload(): Promise<void>;
  /** What would be lost if the page went now: progress by the course's id. */
  unsaved(): ReadonlyMap<string, Progress>;
  /** Saves what is not saved yet; resolves when it is, also when the browser refused. */
  flush(): Promise<void>;
}

/** A course's progress, saved at every change and in step with the other tabs. Without storage it stays in memory. */
export async function keepProgress(
  { store, tabs, notices, leftBehind = [] }: ProgressParts,
  course: () => string,
): Promise<KeptProgress> {
  const value = signal<Progress>({ current: "", lessons: {} });
  const unsaved = new Map<string, Progress>();
  let queue: Promise<void> = Promise.resolve();
  let told = false;
  const refused = (error: unknown) => {
    if (told) return;
    told = true;
    const text = `Your progress is not being saved (${messageOf(error)}). It lasts until this page closes.`;
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
    const ours = unsaved.get(id);
    if (course() === id) value.value = ours === undefined ? stored : mergeProgress(stored, ours);
  };
  const save = async (id: string) => {
    const ours = unsaved.get(id);
    if (ours === undefined) return;
    try {
      await store.update(PROGRESS_PREFIX + id, (stored) =>
        progressRecord(mergeProgress(parseProgress(stored), ours)),
      );
      if (unsaved.get(id) === ours) unsaved.delete(id);
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
  const flush = () => {
    queue = queue.then(async () => {
      for (const id of [...unsaved.keys()]) await save(id);
    });
    return queue;
  };
  for (const { progress } of leftBehind) {
    for (const [id, { current, lessons }] of Object.entries(progress)) {
      const left = { current, lessons };
      const before = unsaved.get(id);
      unsaved.set(id, before === undefined ? left : mergeProgress(before, left));
    }
  }
  await reload();
  return {
    value,
    change(change) {
      value.value = change(value.peek());
      unsaved.set(course(), value.peek());
      void flush();
    },
    reload,
    unsaved: () => unsaved,
    flush,
  };
}
