/** The console's filter: a text search in idle slices. */
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { entryAt } from "../../../app/output-entries";
import type { OutputModel } from "../../../app/output-log";
import { whenIdle } from "../../../shared/idle";

/** Where a scan reads. Entries are numbered from the start of the run. Those below `first` have been dropped. */
export interface ScanSource {
  readonly first: number;
  /** One past the newest entry. */
  readonly end: number;
  text(id: number): string;
}

/**
 * A text search over entries that come and go, done in slices: `advance` searches some entries and returns, so 100,000 lines
 * are searched without blocking the page. Finds the text anywhere, ignoring case.
 */
export class FilterScan {
  readonly #needle: string;
  #next = 0;
  #matches: number[] = [];
  #gone = 0;

  constructor(query: string) {
    this.#needle = query.toLowerCase();
  }

  /** Number of matches among the entries searched and not dropped. */
  get count(): number {
    return this.#matches.length - this.#gone;
  }

  /** Number of matches dropped at the front. */
  get dropped(): number {
    return this.#gone;
  }

  /** The entry of match `index`, 0 ≤ index < count, or `undefined` if out of range. */
  match(index: number): number | undefined {
    return this.#matches[this.#gone + index];
  }

  /** Searches entries until none is left or `more()` is false, at least one per call. Returns whether none is left. */
  advance(source: ScanSource, more: () => boolean): boolean {
    this.#forget(source.first);
    if (this.#next < source.first) this.#next = source.first;
    while (this.#next < source.end) {
      if (source.text(this.#next).toLowerCase().includes(this.#needle)) this.#matches.push(this.#next);
      this.#next += 1;
      if (!more()) break;
    }
    return this.#next >= source.end;
  }

  #forget(first: number): void {
    while (this.#gone < this.#matches.length && (this.#matches[this.#gone] ?? first) < first) this.#gone += 1;
  }
}

export type ConsoleFilter = ReturnType<typeof useFilter>;

/** Filters the printed entries. `version` changes when entries come or go. */
export function useFilter(output: OutputModel, version: number) {
  const query = useSignal("");
  const epoch = output.epoch();
  const scan = useMemo(() => (query.value === "" ? null : new FilterScan(query.value)), [query.value, epoch]);
  // A new object after each slice, since the scan itself stays the same object.
  const progress = useSignal<{ readonly scan: FilterScan | null; readonly done: boolean }>({
    scan,
    done: true,
  });
  useEffect(() => {
    if (scan === null) return;
    const step = (budget: number) => {
      const until = performance.now() + budget;
      const first = output.dropped();
      const source = {
        first,
        end: first + output.count(),
        text: (id: number) => entryAt(output, id - first).text,
      };
      const done = scan.advance(source, () => performance.now() < until);
      progress.value = { scan, done };
      if (!done) cancel = whenIdle(step, 100);
    };
    let cancel = whenIdle(step, 100);
    return () => cancel();
  }, [scan, version, output]);
  return {
    query,
    /** `null` while nothing is filtered. */
    scan,
    /** True while entries wait to be searched. */
    searching: scan !== null && (progress.value.scan !== scan || !progress.value.done),
  };
}
