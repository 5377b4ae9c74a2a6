import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import SplitJs from "split.js";
import type { SettingsModel } from "../../app/settings";

export interface SplitPane {
  readonly key: string;
  /** Names the separator after it: "Resize scripts". */
  readonly label: string;
  /** Smallest size in pixels. */
  readonly min: number;
  /** Size in percent before a person moved anything. */
  readonly size: number;
  /** False: the pane is rendered, but outside the split (a drawer, a phone's single view). */
  readonly inFlow: boolean;
  readonly content: ComponentChildren;
}

interface Props {
  /** Sizes are remembered under this name and the number of panes. */
  readonly id: string;
  readonly direction: "horizontal" | "vertical";
  readonly panes: readonly SplitPane[];
  readonly settings: SettingsModel;
}

const GUTTER = 7;

/** Panes side by side with separators that can be dragged and moved by keyboard; double click puts them back. */
export function Split({ id, direction, panes, settings }: Props) {
  const elements = useRef(new Map<string, HTMLElement>());
  const gutters = useRef(new Map<string, HTMLElement>());
  const split = useRef<SplitJs.Instance | null>(null);
  const flow = panes.filter((pane) => pane.inFlow);
  const name = `${id}-${flow.length}`;
  const shape = flow.map((pane) => pane.key).join(" ");
  const defaults = useMemo(() => flow.map((pane) => pane.size), [shape]);
  const remembered = settings.settings.peek().panes[name];
  const [sizes, setSizes] = useState<readonly number[]>(defaults);

  const keep = (next: readonly number[]) => {
    setSizes(next);
    settings.update({ panes: { ...settings.settings.peek().panes, [name]: next } });
  };

  useEffect(() => {
    const first = elements.current.get(flow[0]?.key ?? "");
    if (flow.length < 2 || first === undefined || first.parentElement === null) return;
    const start = remembered?.length === flow.length ? remembered : defaults;
    const instance = SplitJs(
      flow.flatMap((pane) => elements.current.get(pane.key) ?? []),
      {
        sizes: [...start],
        minSize: flow.map((pane) => pane.min),
        gutterSize: GUTTER,
        snapOffset: 0,
        direction,
        // Already in the document, in its place: Split.js puts it where it is.
        gutter: (index) => gutters.current.get(flow[index]?.key ?? "") ?? document.createElement("div"),
        elementStyle: (_, size, gutter) => ({ flexBasis: `calc(${size}% - ${gutter}px)` }),
        gutterStyle: () => ({ flexBasis: `${GUTTER}px` }),
        onDragEnd: () => keep(instance.getSizes()),
      },
    );
    split.current = instance;
    setSizes(instance.getSizes());
    // Smallest sizes are in pixels: a smaller window needs them worked out again.
    const observer = new ResizeObserver(() => {
      const wanted = settings.settings.peek().panes[name] ?? defaults;
      instance.setSizes([...wanted]);
    });
    observer.observe(first.parentElement);
    return () => {
      observer.disconnect();
      split.current = null;
      instance.destroy(true, true);
      for (const element of elements.current.values()) element.style.flexBasis = "";
    };
  }, [shape, direction, name]);

  const moveTo = (index: number, size: number) => {
    const now = split.current?.getSizes() ?? [...sizes];
    const { min, max } = bounds(flow, now, index, total());
    const next = [...now];
    const value = Math.min(max, Math.max(min, size));
    next[index + 1] = (now[index + 1] ?? 0) + (now[index] ?? 0) - value;
    next[index] = value;
    split.current?.setSizes(next);
    keep(next);
  };

  const total = () => {
    const parent = elements.current.values().next().value?.parentElement;
    return (direction === "horizontal" ? parent?.clientWidth : parent?.clientHeight) || 1000;
  };

  const onKey = (event: KeyboardEvent, index: number) => {
    const now = sizes[index] ?? 0;
    const step = event.shiftKey ? 10 : 2;
    const targets: Record<string, number> = {
      [direction === "horizontal" ? "ArrowLeft" : "ArrowUp"]: now - step,
      [direction === "horizontal" ? "ArrowRight" : "ArrowDown"]: now + step,
      Home: 0,
      End: 100,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(index, target);
  };

  return (
    <div class={`split split-${direction}`} data-split={id}>
      {panes.map((pane) => {
        const index = flow.indexOf(pane);
        const before = flow[index - 1];
        const { min, max } = before === undefined ? NO_BOUNDS : bounds(flow, sizes, index - 1, total());
        return [
          before === undefined ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr>
            <div
              key={`gutter-${pane.key}`}
              ref={(element) => remember(gutters.current, pane.key, element)}
              class="gutter"
              role="separator"
              tabIndex={0}
              aria-label={`Resize ${before.label}`}
              aria-orientation={direction === "horizontal" ? "vertical" : "horizontal"}
              aria-controls={`pane-${before.key}`}
              aria-valuenow={Math.round(sizes[index - 1] ?? 0)}
              aria-valuemin={Math.round(min)}
              aria-valuemax={Math.round(max)}
              onKeyDown={(event) => onKey(event, index - 1)}
              onDblClick={() => {
                split.current?.setSizes([...defaults]);
                keep(defaults);
              }}
            />
          ),
          <div
            key={pane.key}
            id={`pane-${pane.key}`}
            class="split-pane"
            data-pane={pane.key}
            ref={(element) => remember(elements.current, pane.key, element)}
          >
            {pane.content}
          </div>,
        ];
      })}
    </div>
  );
}

const NO_BOUNDS = { min: 0, max: 100 };

/** How small and how large pane `index` can be made in percent, the panes other than its neighbour staying. */
function bounds(flow: readonly SplitPane[], sizes: readonly number[], index: number, total: number) {
  const percent = (at: number) => (((flow[at]?.min ?? 0) + GUTTER) / total) * 100;
  const pair = (sizes[index] ?? 0) + (sizes[index + 1] ?? 0);
  const min = Math.min(percent(index), pair);
  return { min, max: Math.max(min, pair - percent(index + 1)) };
}

function remember(map: Map<string, HTMLElement>, key: string, element: HTMLElement | null): void {
  if (element === null) map.delete(key);
  else map.set(key, element);
}
