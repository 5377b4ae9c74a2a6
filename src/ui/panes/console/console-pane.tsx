import { ArrowDown, Search, SquareTerminal, Trash2 } from "lucide";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { outputText } from "../../../app/output-entries";
import { count, counted } from "../../../shared/counted";
import { keysOf } from "../../commands/command";
import { COMMANDS } from "../../commands/commands";
import { usePage, usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { ScrollArea } from "../../parts/scroll-area";
import { announcement, endText } from "../../run-words";
import { CopyButton } from "../shared/copy-button";
import { RunPicker } from "../shared/run-picker";
import { StaleNote } from "../shared/stale-note";
import { createFolds } from "../shared/tree";
import { useFrame } from "../shared/use-frame";
import { useStick } from "../shared/use-stick";
import { ConsoleList } from "./console-list";
import { type ConsoleFilter, useFilter } from "./filter";
import { RunEndBlock } from "./run-end";
import { useEndBelow } from "./use-end-below";
import "../shared/shared.css";
import "./console.css";

/** Milliseconds for which the beginning of a run's output stays in view. After that, the end is followed. */
const FIRST_LOOK = 1_000;

/** What the script prints, and how the run ended. */
export function ConsolePane() {
  const { run } = usePlayground();
  const { output } = run;
  useFrame(() => output.version.value);
  const phase = run.phase.value;
  const epoch = output.epoch();
  const filter = useFilter(output, output.version.peek());
  const scroller = useRef<HTMLElement>(null);
  const past = run.past.value;
  const dropped = output.dropped();
  const running = phase.kind === "running";
  /** The run whose end is followed now, by the output's epoch. */
  const [followed, setFollowed] = useState(-1);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setFollowed(epoch), FIRST_LOOK);
    return () => clearTimeout(timer);
  }, [running, epoch]);
  // A short run is read from its beginning. A run in progress, an error and a past run's step are read at the end.
  // So is a short run whose end is just out of view.
  const failed = phase.kind === "ended" && phase.end.kind === "failed";
  const follow = followed === epoch || failed || dropped > 0 || past !== null;
  const { stick, away, settle, toEnd } = useStick(scroller, epoch, follow);
  const end = phase.kind === "ended" && past?.end !== false ? phase.end : null;
  const below = useEndBelow(scroller, end, (slightly) => {
    if (slightly) setFollowed(epoch);
    settle();
  });
  const folds = useMemo(createFolds, [epoch]);
  const total = output.count();
  const empty = total === 0 && dropped === 0;
  return (
    <div class={run.stale.value === null ? "pane console" : "pane console is-stale"}>
      {empty && filter.query.value === "" ? (
        // Needs a key: otherwise Preact would reuse the frame's element below for this one, and its listeners would be lost.
        <div class="pane-head" key="empty">
          <RunPicker />
        </div>
      ) : (
        <ConsoleHead filter={filter} />
      )}
      <StaleNote />
      {dropped > 0 && (
        <p class="console-dropped">
          {counted(dropped, "older entry", "older entries")} dropped. The console keeps the newest.
        </p>
      )}
      <div class="console-frame-box" key="frame">
        <ScrollArea class="console-scroll" ref={scroller} role="log" aria-live="off" aria-label="Output">
          {empty && phase.kind !== "ended" ? (
            <EmptyConsole running={running} />
          ) : (
            <>
              {empty && !output.cleared() && (
                <p class="console-nothing">{end === null ? "Nothing printed yet." : "No output."}</p>
              )}
              <ConsoleList
                output={output}
                scroller={scroller}
                scan={filter.scan}
                folds={folds}
                stick={stick}
                settle={settle}
              />
              {filter.scan !== null && filter.scan.count === 0 && !filter.searching && total > 0 && (
                <p class="console-nothing">No entry contains “{filter.query.value}”.</p>
              )}
              {running && (
                <p class="console-running">{phase.blocked ? "Waiting for a live response…" : "Running…"}</p>
              )}
              {phase.kind === "ended" && end !== null && <RunEndBlock end={end} script={phase.script} />}
            </>
          )}
        </ScrollArea>
        {(end === null ? away : below) && (
          <Button icon={ArrowDown} class="console-latest" onClick={toEnd}>
            {end === null ? "Jump to latest" : `${endText(end)}. Jump to end`}
          </Button>
        )}
      </div>
      <p class="visually-hidden" role="status">
        {past === null && announcement(phase, total + dropped)}
      </p>
    </div>
  );
}

/** The console's controls: filter with its count, copy, clear. */
function ConsoleHead({ filter }: { filter: ConsoleFilter }) {
  const { output } = usePlayground().run;
  const { scan } = filter;
  return (
    <div class="pane-head">
      <div class="pane-search">
        <Icon node={Search} size={14} />
        <input
          class="input"
          type="search"
          placeholder="Filter"
          aria-label="Filter the output"
          value={filter.query.value}
          onInput={(event) => {
            filter.query.value = event.currentTarget.value;
          }}
        />
      </div>
      <span class="note" role="status">
        {scan !== null &&
          `${count(scan.count)} of ${counted(output.count(), "entry", "entries")}${filter.searching ? ", searching…" : ""}`}
      </span>
      <span class="pane-spring" />
      <RunPicker />
      <CopyButton label="Copy all output" text={() => outputText(output)} />
      <Button
        icon={Trash2}
        label="Clear console"
        disabled={output.count() === 0}
        onClick={() => output.clear()}
      />
    </div>
  );
}

function EmptyConsole({ running }: { running: boolean }) {
  const { runCommand } = usePage();
  if (running) return <p class="console-running">Running…</p>;
  return (
    <div class="pane-empty">
      <Icon node={SquareTerminal} size={24} />
      <p class="pane-empty-title">Nothing printed yet</p>
      <p>
        Press <strong>Run</strong> or <kbd>{keysOf(COMMANDS.run)}</kbd>. Output appears here.
      </p>
      <p>
        New here?{" "}
        <button type="button" class="link" onClick={() => runCommand("tour")}>
          Take a tour
        </button>
      </p>
    </div>
  );
}
