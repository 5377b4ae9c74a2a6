import { type Signal, signal } from "@preact/signals";
import { ChevronRight } from "lucide";
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { counted } from "../../../shared/counted";
import { Icon } from "../../parts/icon";

import { LongText } from "./long-text";
import { scalarText, sizeText, type TreeNode, type TreeValue, treePreview } from "./tree-model";
import "./shared.css";

const SLICE = 100;

/**
 * How many children are shown of each node, by its path; 0 means folded. The caller keeps it where rows come and go while
 * scrolling.
 */
export type Folds = Signal<ReadonlyMap<string, number>>;

/** Nothing folded or unfolded yet. */
export const createFolds = (): Folds => signal(new Map());

interface NodeProps {
  readonly node: TreeNode;
  readonly path: string;
  readonly folds: Folds;
  /** Key in front of the preview. */
  readonly label?: string;
  /** Unfolded until the person folds it. */
  readonly open: boolean;
}

function TreeBranch({ node, path, folds, label, open }: NodeProps): VNode {
  const shown = Math.min(folds.value.get(path) ?? (open ? SLICE : 0), node.size);
  const show = (value: number) => {
    folds.value = new Map(folds.peek()).set(path, value);
  };
  const expanded = shown > 0;
  const empty = node.size === 0 && node.omitted === 0;
  const name = label === undefined ? null : <span class="tree-key">{label}: </span>;
  if (empty) {
    return (
      <span class="tree-leaf">
        {name}
        <span class="tree-other">{node.kind === "list" ? "[]" : "{}"}</span>
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
        <span class="tree-preview">{expanded ? sizeText(node) : treePreview(node)}</span>
      </button>
      {expanded && (
        <ul class="tree-children">
          {Array.from({ length: shown }, (_, index) => {
            const [key, value] = node.entry(index);
            return (
              <li key={index}>
                <TreeItem label={key} value={value} path={`${path}.${index}`} folds={folds} open={false} />
              </li>
            );
          })}
          {shown < node.size && (
            <li>
              <button type="button" class="pane-more" onClick={() => show(shown + SLICE)}>
                Show {Math.min(SLICE, node.size - shown)} more of {counted(node.size, "entry", "entries")}
              </button>
            </li>
          )}
          {shown >= node.size && node.omitted > 0 && (
            <li class="tree-omitted">
              {counted(node.omitted, "entry", "entries")} left out: the table is too large
            </li>
          )}
        </ul>
      )}
    </>
  );
}

interface ItemProps {
  readonly value: TreeValue;
  readonly path: string;
  readonly folds: Folds;
  readonly label?: string;
  readonly open: boolean;
}

/** A value as a foldable tree; scalars as one coloured piece of text. */
export function TreeItem({ value, path, folds, label, open }: ItemProps): VNode {
  if (value.kind === "table") {
    const props = label === undefined ? {} : { label };
    return <TreeBranch node={value.node} path={path} folds={folds} open={open} {...props} />;
  }
  return (
    <span class="tree-leaf">
      {label !== undefined && <span class="tree-key">{label}: </span>}
      <LongText class={`tree-${value.kind}`} text={scalarText(value)} />
    </span>
  );
}

/** A tree that remembers its own folds, for places that stay mounted. */
export function Tree({ value, open = true }: { value: TreeValue; open?: boolean }) {
  const folds = useMemo(createFolds, []);
  return (
    <div class="tree">
      <TreeItem value={value} path="" folds={folds} open={open} />
    </div>
  );
}
