import { useLayoutEffect, useMemo } from "preact/hooks";
import { entryAt } from "../../../app/output-entries";
import type { OutputModel } from "../../../app/output-log";
import { LongText } from "../shared/long-text";
import { type Folds, TreeItem } from "../shared/tree";
import type { Stick } from "../shared/use-stick";
import { useVirtualList } from "../shared/virtual-list";
import type { FilterScan } from "./filter";

// Height of a one-line row: --code-line plus padding.
const ROW = 21;

interface ListProps extends Pick<Stick, "stick" | "settle"> {
  readonly output: OutputModel;
  readonly scroller: { readonly current: HTMLElement | null };
  readonly scan: FilterScan | null;
  readonly folds: Folds;
}

/** The entries in view. Of a long list, only they are decoded, so it costs only what is on screen. */
export function ConsoleList({ output, scroller, scan, folds, stick, settle }: ListProps) {
  const dropped = output.dropped();
  const list = useVirtualList(scroller, {
    count: scan === null ? output.count() : scan.count,
    base: scan === null ? dropped : scan.dropped,
    estimate: ROW,
    epoch: scan === null ? `all ${output.epoch()}` : scan,
    following: stick,
  });
  // Rows that are taller than estimated, or unfolded, push the end away after the pane has scrolled to it.
  useLayoutEffect(settle);
  return (
    <div class="console-list" style={list.boxStyle}>
      <div class="console-rows" style={list.rowsStyle}>
        {list.items.map((item) => {
          const id = scan === null ? item.index + dropped : scan.match(item.index);
          if (id === undefined || id < dropped || id - dropped >= output.count()) return null;
          return (
            <div class="console-row" key={String(item.key)} data-index={item.index} ref={list.measure}>
              <EntryRow output={output} index={id - dropped} id={id} folds={folds} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

// Small tables start unfolded, so nobody has to click for two fields.
const SMALL = 8;

interface RowProps extends Pick<ListProps, "output" | "folds"> {
  readonly index: number;
  /** Its number in the run. */
  readonly id: number;
}

/** The output of one `print`: text verbatim, tables as trees. */
function EntryRow({ output, index, id, folds }: RowProps) {
  // Decoded once: a text may have megabytes, and the list is redrawn with each line.
  const entry = useMemo(() => entryAt(output, index), [output.held(index)]);
  return (
    <>
      {entry.parts.map((part, index) =>
        part.kind === "text" ? (
          <LongText key={index} class="console-text" text={part.text} />
        ) : (
          <div class="tree console-tree" key={index}>
            <TreeItem
              value={part}
              path={`${id}.${index}`}
              folds={folds}
              open={part.table.entries.length <= SMALL}
            />
          </div>
        ),
      )}
    </>
  );
}
