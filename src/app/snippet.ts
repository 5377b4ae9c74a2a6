import type { ReadonlySignal } from "@preact/signals";
import { signal } from "@preact/signals";
import type { CallRow } from "../gateway/call-row";
import type { World } from "../integrations/whatsapp/simulator/state";
import type { Message } from "../integrations/whatsapp/simulator/world/message";
import { couldNotBegin, type RunSinks, type runInBox } from "./box-run";
import { oncePerFrame } from "./frame-batch";
import { createOutputLog } from "./output-log";
import type { RunEnd } from "./run-end";

export interface SnippetRun {
  readonly output: ReadonlySignal<string>;
  readonly calls: ReadonlySignal<readonly CallRow[]>;
  /** What became of its world; null before it was loaded. */
  readonly written: ReadonlySignal<SnippetWorld | null>;
  readonly end: ReadonlySignal<RunEnd | null>;
  stop(): void;
}

export interface SnippetWorld {
  readonly world: World;
  /** Those that came since the run began, oldest first. */
  readonly messages: readonly Message[];
}

export interface SnippetParts {
  /** The world it runs in, which is its own. */
  world(): Promise<World>;
  begin(world: World, sinks: RunSinks): Promise<ReturnType<typeof runInBox>>;
}

/** Runs a piece of Lua beside the page's own run, in a world that is forgotten with it. */
export function startSnippet(parts: SnippetParts): SnippetRun {
  const log = createOutputLog();
  const output = signal("");
  const calls = signal<readonly CallRow[]>([]);
  const written = signal<SnippetWorld | null>(null);
  const end = signal<RunEnd | null>(null);
  const rows: CallRow[] = [];
  let world: World | null = null;
  let known: ReadonlySet<string> = new Set();
  const show = oncePerFrame(() => {
    output.value = log.text();
    calls.value = rows.slice();
    if (world !== null && world !== written.peek()?.world) {
      written.value = { world, messages: newMessages(world, known) };
    }
  });
  let stop = () => {
    end.value ??= { kind: "stopped", elapsedMs: 0 };
  };
  const finish = (how: RunEnd) => {
    show.now();
    end.value ??= how;
  };
  const begin = async () => {
    const [begun, simulator] = await Promise.all([
      parts.world(),
      import("../integrations/whatsapp/simulator/state"),
    ]);
    known = new Set(begun.messages.flat().map(({ id }) => id));
    world = begun;
    const run = await parts.begin(begun, {
      output(frames) {
        log.append(frames);
        show.soon();
      },
      row(row) {
        rows.push(row);
        show.soon();
      },
      events(events) {
        const read = simulator.parseEvents(events);
        if (!read.ok) throw new Error(`The sandbox sent events that cannot be read: ${read.message}`);
        world = read.events.reduce(simulator.apply, world ?? begun);
        show.soon();
      },
      call: () => Promise.reject(new Error("Examples run in mock mode only.")),
    });
    if (end.peek() !== null) return run.stop();
    stop = run.stop;
    finish(await run.ended);
  };
  begin().catch((error: unknown) => finish(couldNotBegin(error)));
  return { output, calls, written, end, stop: () => stop() };
}

/** Messages of `world` whose ids are not among `known`, oldest first. */
function newMessages(world: World, known: ReadonlySet<string>): readonly Message[] {
  return world.messages.flat().filter(({ id }) => !known.has(id));
}
