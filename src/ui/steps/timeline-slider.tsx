import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { StepsModel } from "../../app/steps";
import { counted } from "../../shared/counted";
import type { StepList, StepMarks } from "../../steps/navigate";
import { usePage } from "../page";
import { type ShownSteps, stepPlaceText } from "./step-words";
import { stepAtPixel, tickPixels } from "./ticks";

/** Half of the slider's thumb: the track is that much shorter at each end. */
const INSET = 8;
/** Breakpoint hits are dots above the ticks. */
const DOT = 4;
const HEIGHT = 16;
/** How many pixels from a tick a click still selects it. */
const REACH = 6;
const KINDS = ["hit", "print", "request", "error"] as const;
const NO_STEPS: StepList = new Int32Array(0);

type Ticked = StepMarks & { readonly hit: StepList };

/** The run as a slider, with ticks above it for prints, calls, errors and breakpoint hits. */
export function TimelineSlider({ steps, state }: { steps: StepsModel; state: ShownSteps }) {
  const { timeline, at } = state;
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The button that opened the steps is gone by now.
    if (document.activeElement === document.body) slider.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const far = Math.max(1, Math.round(timeline.count / 20));
    const act = {
      ArrowRight: () => steps.move("into"),
      ArrowUp: () => steps.move("into"),
      ArrowLeft: () => steps.move("into", -1),
      ArrowDown: () => steps.move("into", -1),
      PageUp: () => steps.go(Math.min(timeline.count, at + far)),
      PageDown: () => steps.go(Math.max(1, at - far)),
      Home: () => steps.move("first"),
      End: () => steps.move("last"),
    }[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div class="steps-timeline">
      <Ticks steps={steps} state={state} />
      <input
        ref={slider}
        class="steps-slider"
        type="range"
        aria-label="Step"
        aria-valuetext={stepPlaceText(state)}
        min={1}
        max={timeline.count}
        value={at}
        onInput={(event) => steps.go(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function Ticks({ steps, state }: { steps: StepsModel; state: ShownSteps }) {
  const { timeline } = state;
  const { count } = timeline;
  const hit = usePage().shell.stepping.value?.hits.value.steps ?? NO_STEPS;
  const marks = useMemo((): Ticked => ({ ...state.marks, hit }), [state.marks, hit]);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(0, current.clientWidth - 2 * INSET)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const paths = useMemo(
    () =>
      KINDS.map((kind) =>
        tickPixels(marks[kind], count, width)
          .map(
            (pixel) => `M${pixel + INSET} ${kind === "hit" ? `0v${DOT}` : `${DOT + 1}v${HEIGHT - DOT - 2}`}`,
          )
          .join(""),
      ),
    [marks, count, width],
  );
  const markAt = (event: MouseEvent) => {
    const pixel = event.clientX - (box.current?.getBoundingClientRect().left ?? 0) - INSET;
    const near = KINDS.flatMap((kind) => {
      const step = stepAtPixel(marks[kind], count, width, pixel, REACH);
      return step === null ? [] : [{ kind, step }];
    });
    const distance = ({ step }: { readonly step: number }) =>
      Math.abs(((step - 1) / Math.max(1, count - 1)) * width - pixel);
    return near.sort((a, b) => distance(a) - distance(b))[0];
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the toolbar's buttons lead to each print and call by key.
    <div
      ref={box}
      class="steps-ticks"
      onClick={(event) => {
        const mark = markAt(event);
        if (mark !== undefined) steps.go(mark.step);
      }}
      onMouseMove={(event) => {
        const mark = markAt(event);
        const line = mark && timeline.at(mark.step)?.line;
        event.currentTarget.title =
          mark === undefined || line === undefined ? "" : `${NAMES[mark.kind]} on line ${line}`;
      }}
    >
      <svg width="100%" height={HEIGHT} role="img" aria-label={marksText(marks)}>
        {KINDS.map((kind, index) => (
          <path key={kind} class={`is-${kind}`} d={paths[index]} />
        ))}
      </svg>
    </div>
  );
}

const NAMES = { hit: "Breakpoint", print: "Print", request: "Call", error: "Error" } as const;

/** `On the timeline: 3 prints, 2 calls, 1 error, 1 breakpoint hit` */
function marksText({ print, request, error, hit }: Ticked): string {
  const parts = [
    counted(print.length, "print"),
    counted(request.length, "call"),
    ...(error.length > 0 ? [counted(error.length, "error")] : []),
    ...(hit.length > 0 ? [counted(hit.length, "breakpoint hit")] : []),
  ];
  return `On the timeline: ${parts.join(", ")}`;
}
