import { useLayoutEffect } from "preact/hooks";
import type { OutputModel } from "../../../app/output-log";
import type { Folds } from "../shared/tree";
import { useVirtualList } from "../shared/virtual-list";
import { EntryRow } from "./entry-row";
import type { FilterScan } from "./filter-scan";

// A row of one line: --code-line and the row's padding.
const ROW = 21;

interface ListProps {
  readonly output: OutputModel;
  readonly scroller: { readonly current: HTMLElement | null };
  readonly scan: FilterScan | null;
  readonly folds: Folds;
  readonly epoch: number;
  /** True while the pane keeps the end in view. */
  readonly stick: { readonly current: boolean };
  /** Scrolls to the end again when it is kept in view. */
  settle(): void;
}

/** The entries in view. Only they are decoded: a list of any length costs what is on screen. */
export function ConsoleList({ output, scroller, scan, folds, epoch, stick, settle }: ListProps) {
  const dropped = output.dropped();
  const list = useVirtualList(scroller, {
    count: scan === null ? output.count() : scan.count,
    base: scan === null ? dropped : scan.dropped,
    estimate: ROW,
    epoch: scan === null ? `all ${epoch}` : scan,
    following: stick,
  });
  // Rows found taller than estimated, or unfolded, push the end away after the pane has scrolled to it.
  useLayoutEffect(settle);
  const top = list.items[0]?.start ?? 0;
  return (
    <div class="console-list" style={{ height: `${list.totalSize}px` }}>
      <div class="console-rows" style={{ transform: `translateY(${top}px)` }}>
        {list.items.map((item) => {
          const id = scan === null ? item.index + dropped : scan.match(item.index);
          if (id === undefined || id < dropped || id - dropped >= output.count()) return null;
          return (
            <div class="console-row" key={String(item.key)} data-index={item.index} ref={list.measure}>
              <EntryRow entry={output.entry(id - dropped)} id={id} folds={folds} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
