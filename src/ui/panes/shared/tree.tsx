import { type Signal, signal } from "@preact/signals";
import { ChevronRight } from "lucide";
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { TableNode, TableValue } from "../../../runtime/output";
import { counted } from "../../../shared/counted";
import { Icon } from "../../parts/icon";
import { LongText } from "./long-text";
import { scalarText, sizeText, treePreview } from "./tree-model";
import "./shared.css";

const SLICE = 100;

/**
 * How many children of each node are shown, by path. 0 means folded. The caller keeps it if rows come and go while scrolling.
 */
export type Folds = Signal<ReadonlyMap<string, number>>;

/** Nothing folded or unfolded yet. */
export const createFolds = (): Folds => signal(new Map());

interface Props<Value> {
  readonly value: Value;
  readonly path: string;
  readonly folds: Folds;
  /** The key in front. */
  readonly label?: string | undefined;
  /** Whether it starts unfolded. */
  readonly open: boolean;
}

function TreeBranch({ value: table, path, folds, label, open }: Props<TableNode>): VNode {
  const { kind, entries, omitted } = table;
  const shown = Math.min(folds.value.get(path) ?? (open ? SLICE : 0), entries.length);
  const show = (count: number) => {
    folds.value = new Map(folds.peek()).set(path, count);
  };
  const expanded = shown > 0;
  const name = label === undefined ? null : <span class="tree-key">{label}: </span>;
  if (entries.length === 0 && omitted === 0) {
    return (
      <span class="tree-leaf">
        {name}
        <span class="tree-other">{kind === "list" ? "[]" : "{}"}</span>
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        class="tree-toggle"
        aria-expanded={expanded}
        onClick={() => show(expanded ? 0 : SLICE)}
      >
        <span class="tree-arrow">
          <Icon node={ChevronRight} size={12} />
        </span>
        {name}
        <span class="tree-preview">{expanded ? sizeText(table) : treePreview(table)}</span>
      </button>
      {expanded && (
        <ul class="tree-children">
          {entries.slice(0, shown).map(([key, value], index) => (
            <li key={index}>
              <TreeItem label={key} value={value} path={`${path}.${index}`} folds={folds} open={false} />
            </li>
          ))}
          {shown < entries.length && (
            <li>
              <button type="button" class="link" onClick={() => show(shown + SLICE)}>
                Show {Math.min(SLICE, entries.length - shown)} more of{" "}
                {counted(entries.length, "entry", "entries")}
              </button>
            </li>
          )}
          {shown >= entries.length && omitted > 0 && (
            <li class="tree-omitted">
              {counted(omitted, "entry", "entries")} not shown: the table is too large
            </li>
          )}
        </ul>
      )}
    </>
  );
}

/** A value as a foldable tree, or a scalar as coloured text. */
export function TreeItem({ value, ...rest }: Props<TableValue>): VNode {
  if (value.kind === "table") return <TreeBranch value={value.table} {...rest} />;
  return (
    <span class="tree-leaf">
      {rest.label !== undefined && <span class="tree-key">{rest.label}: </span>}
      <LongText class={`tree-${value.kind}`} text={scalarText(value)} />
    </span>
  );
}

/** A tree that remembers its own folds, for places that stay mounted. */
export function Tree({ value, open = true }: { value: TableValue; open?: boolean }) {
  const folds = useMemo(createFolds, []);
  return (
    <div class="tree">
      <TreeItem value={value} path="" folds={folds} open={open} />
    </div>
  );
}
