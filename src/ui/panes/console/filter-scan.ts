/** Where a scan reads: entries named by position since the run began, those below `first` are gone. */
export interface ScanSource {
  readonly first: number;
  /** One past the newest entry. */
  readonly end: number;
  text(id: number): string;
}

/**
 * A text search over entries that come and go, done in slices: `advance` looks at some entries and returns, so that
 * 100,000 lines are searched without stopping the page. Finds the text anywhere, without regard to case.
 */
export class FilterScan {
  readonly #needle: string;
  #next = 0;
  #matches: number[] = [];
  #gone = 0;

  constructor(query: string) {
    this.#needle = query.toLowerCase();
  }

  /** Number of matches among the entries looked at and still there. */
  get count(): number {
    return this.#matches.length - this.#gone;
  }

  /** Number of matches that have left at the front. */
  get dropped(): number {
    return this.#gone;
  }

  /** The entry of match `index`, 0 ≤ index < count; undefined outside. */
  match(index: number): number | undefined {
    return this.#matches[this.#gone + index];
  }

  /** Looks at entries until all are seen or `more()` is false, at least one a call; gives whether all are seen. */
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
