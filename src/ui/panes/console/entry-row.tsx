import type { OutputEntry } from "../../../runtime/output";
import { LongText } from "../shared/long-text";
import { type Folds, TreeItem } from "../shared/tree";
import { tableTree } from "../shared/tree-model";

// Small tables are shown unfolded: unfolding two fields is work for nothing.
const SMALL = 8;

/** What one `print` wrote: text as it is, tables as trees. */
export function EntryRow({ entry, id, folds }: { entry: OutputEntry; id: number; folds: Folds }) {
  return (
    <>
      {entry.parts.map((part, index) =>
        part.kind === "text" ? (
          <LongText key={index} class="console-text" text={part.text} />
        ) : (
          <div class="tree console-tree" key={index}>
            <TreeItem
              value={{ kind: "table", node: tableTree(part.table) }}
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
