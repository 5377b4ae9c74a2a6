import { useSignal } from "@preact/signals";
import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { usePlayground } from "../page";
import { GUTTER, paneStyle } from "../pane-sizes";

interface SplitPane {
  readonly key: string;
  /** Names the separator after it: "Resize scripts". */
  readonly label: string;
  /** Smallest size in pixels. */
  readonly min: number;
  /** Default size in percent. */
  readonly size: number;
  /** False if the pane is rendered outside the split (a drawer, a phone's single view). */
  readonly inFlow: boolean;
  readonly content: ComponentChildren;
}

interface Props {
  /** Sizes are stored under this name and the number of panes. */
  readonly id: string;
  readonly direction: "horizontal" | "vertical";
  readonly panes: readonly SplitPane[];
}

/** Panes side by side, with separators that can be dragged or moved by keyboard. A double click resets them. */
export function Split({ id, direction, panes }: Props) {
  const { settings } = usePlayground();
  const isRow = direction === "horizontal";
  const flow = panes.filter((pane) => pane.inFlow);
  const name = `${id}-${flow.length}`;
  const defaults = flow.map((pane) => pane.size);
  const remembered = settings.settings.value.panes[name];
  const box = useRef<HTMLDivElement>(null);
  const total = useSignal(1000);
  /** Sizes during a drag, and where it started. */
  const drag = useSignal<{
    readonly from: number;
    readonly start: readonly number[];
    now: readonly number[];
  } | null>(null);
  const sizes = drag.value?.now ?? (remembered?.length === flow.length ? remembered : defaults);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      total.value = (isRow ? width : height) || 1000;
    });
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, [isRow]);

  const keep = (next: readonly number[]) =>
    settings.update({ panes: { ...settings.settings.peek().panes, [name]: next } });
  /** The sizes after moving the separator after pane `index` so this pane has `size` percent. */
  const moved = (from: readonly number[], index: number, size: number) => {
    const { min, max } = bounds(flow, from, index, total.peek());
    const value = Math.min(max, Math.max(min, size));
    const pair = (from[index] ?? 0) + (from[index + 1] ?? 0);
    return from.with(index, value).with(index + 1, pair - value);
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    const now = sizes[index] ?? 0;
    const step = event.shiftKey ? 10 : 2;
    const targets: Record<string, number> = {
      [isRow ? "ArrowLeft" : "ArrowUp"]: now - step,
      [isRow ? "ArrowRight" : "ArrowDown"]: now + step,
      Home: 0,
      End: 100,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    keep(moved(sizes, index, target));
  };
  const at = (event: PointerEvent) => (isRow ? event.clientX : event.clientY);

  return (
    <div ref={box} class={`split split-${direction}`} data-split={id}>
      {panes.map((pane) => {
        const place = flow.indexOf(pane);
        const before = flow[place - 1];
        const { min, max } = bounds(flow, sizes, place - 1, total.value);
        const style = paneStyle(sizes[place] ?? 0, pane.min, isRow);
        return (
          <Fragment key={pane.key}>
            {before === undefined ? null : (
              // biome-ignore lint/a11y/useSemanticElements: a movable separator is not an <hr>
              <div
                class="gutter"
                style={{ flexBasis: `${GUTTER}px` }}
                role="separator"
                tabIndex={0}
                aria-label={`Resize ${before.label}`}
                aria-orientation={isRow ? "vertical" : "horizontal"}
                aria-controls={`pane-${before.key}`}
                aria-valuenow={Math.round(sizes[place - 1] ?? 0)}
                aria-valuemin={Math.round(min)}
                aria-valuemax={Math.round(max)}
                onKeyDown={(event) => onKey(event, place - 1)}
                onDblClick={() => keep(defaults)}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  drag.value = { from: at(event), start: sizes, now: sizes };
                }}
                onPointerMove={(event) => {
                  if (drag.value === null) return;
                  const { from, start } = drag.value;
                  const size = (start[place - 1] ?? 0) + ((at(event) - from) / total.peek()) * 100;
                  drag.value = { from, start, now: moved(start, place - 1, size) };
                }}
                onLostPointerCapture={() => {
                  if (drag.value !== null && drag.value.now !== drag.value.start) keep(drag.value.now);
                  drag.value = null;
                }}
              />
            )}
            <div
              id={`pane-${pane.key}`}
              class="split-pane"
              data-pane={pane.key}
              style={place < 0 ? undefined : style}
            >
              {pane.content}
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}

/** The smallest and largest size of pane `index` in percent if only its neighbour gives way. */
function bounds(flow: readonly SplitPane[], sizes: readonly number[], index: number, total: number) {
  const percent = (at: number) => (((flow[at]?.min ?? 0) + GUTTER) / total) * 100;
  const pair = (sizes[index] ?? 0) + (sizes[index + 1] ?? 0);
  const min = Math.min(percent(index), pair);
  return { min, max: Math.max(min, pair - percent(index + 1)) };
}
