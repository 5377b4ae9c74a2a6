import type { ReadonlySignal } from "@preact/signals";
import { signal } from "@preact/signals";
import type { CallRow } from "../gateway/call-row";
import type { FollowedWorlds } from "../integrations/followed-worlds";
import type { Worlds } from "../integrations/simulation";
import type { SnippetWorlds } from "../integrations/views";
import { couldNotBegin, type RunSinks, type runInBox } from "./box-run";
import { oncePerFrame } from "./frame-batch";
import { createOutputLog } from "./output-log";
import type { RunEnd } from "./run-end";

export interface SnippetRun {
  readonly output: ReadonlySignal<string>;
  readonly calls: ReadonlySignal<readonly CallRow[]>;
  /** Its worlds, before and now; `null` before they were loaded. */
  readonly worlds: ReadonlySignal<SnippetWorlds | null>;
  readonly end: ReadonlySignal<RunEnd | null>;
  stop(): void;
}

export interface SnippetParts {
  /** The worlds it starts with; others are fresh. */
  worlds?(): Promise<Worlds>;
  begin(worlds: Worlds, sinks: RunSinks): Promise<ReturnType<typeof runInBox>>;
}

/** Runs a piece of Lua beside the page's own run, in a world that is forgotten with it. */
export function startSnippet(parts: SnippetParts): SnippetRun {
  const log = createOutputLog();
  const output = signal("");
  const calls = signal<readonly CallRow[]>([]);
  const worlds = signal<SnippetWorlds | null>(null);
  const end = signal<RunEnd | null>(null);
  const rows: CallRow[] = [];
  let followed: FollowedWorlds | null = null;
  const show = oncePerFrame(() => {
    output.value = log.text();
    calls.value = rows.slice();
    const before = worlds.peek()?.before;
    if (followed !== null && before !== undefined) worlds.value = { before, after: followed.documents() };
  });
  let stop = () => {
    end.value ??= { kind: "stopped", elapsedMs: 0 };
  };
  const finish = (how: RunEnd) => {
    show.now();
    end.value ??= how;
  };
  const begin = async () => {
    const [{ catalog }, { followWorlds }] = await Promise.all([
      import("../integrations"),
      import("../integrations/followed-worlds"),
    ]);
    const mine = await followWorlds(catalog, await parts.worlds?.());
    followed = mine;
    const before = mine.documents();
    worlds.value = { before, after: before };
    const run = await parts.begin(before, {
      output(frames) {
        log.append(frames);
        show.soon();
      },
      row(row) {
        rows.push(row);
        show.soon();
      },
      events(events) {
        mine.take(events);
        show.soon();
      },
      call: () => Promise.reject(new Error("Examples run in mock mode only.")),
    });
    if (end.peek() !== null) return run.stop();
    stop = run.stop;
    finish(await run.ended);
  };
  begin().catch((error: unknown) => finish(couldNotBegin(error)));
  return { output, calls, worlds, end, stop: () => stop() };
}
