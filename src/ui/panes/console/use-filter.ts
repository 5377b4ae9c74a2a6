import { useEffect, useRef, useState } from "preact/hooks";
import type { OutputModel } from "../../../app/output-log";
import { whenIdle } from "../../../shared/idle";
import { FilterScan } from "./filter-scan";

/** The filter's state for the view. */
export interface ConsoleFilter {
  readonly query: string;
  set(query: string): void;
  /** Null while nothing is filtered. */
  readonly scan: FilterScan | null;
  /** True while entries wait to be searched. */
  readonly searching: boolean;
}

/** Filters the printed entries in idle slices; `epoch` changes when the entries begin anew, `version` when they change. */
export function useFilter(output: OutputModel, epoch: number, version: number): ConsoleFilter {
  const [query, set] = useState("");
  const [, redraw] = useState(0);
  const state = useRef<{ query: string; epoch: number; scan: FilterScan | null }>({
    query: "",
    epoch,
    scan: null,
  });
  const fresh = state.current.query !== query || state.current.epoch !== epoch;
  if (fresh) {
    state.current = { query, epoch, scan: query === "" ? null : new FilterScan(query) };
  }
  const { scan } = state.current;
  const searching = useRef(false);
  if (fresh) searching.current = true;
  useEffect(() => {
    if (scan === null) return;
    let cancel = () => {};
    const step = (budget: number) => {
      const until = performance.now() + budget;
      const first = output.dropped();
      const source = {
        first,
        end: first + output.count(),
        text: (id: number) => output.entry(id - first).text,
      };
      const done = scan.advance(source, () => performance.now() < until);
      searching.current = !done;
      if (!done) cancel = whenIdle(step, 100);
      redraw((n) => n + 1);
    };
    searching.current = true;
    cancel = whenIdle(step, 100);
    return () => cancel();
  }, [scan, version, output]);
  return { query, set, scan, searching: scan !== null && searching.current };
}
