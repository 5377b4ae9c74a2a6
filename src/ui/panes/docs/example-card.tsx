import { PanelLeftOpen, Play, Square } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Playground, SnippetRun } from "../../../app/playground";
import { Icon } from "../../parts/icon";
import { CopyButton } from "../shared/copy-button";
import { LuaCode } from "./lua-code";
import { SnippetOutcome } from "./snippet-outcome";

interface CardProps {
  readonly playground: Playground;
  /** File name the example gets in the editor and in messages, `.lua` at the end. */
  readonly name: string;
  readonly title: string;
  readonly source: string;
  onOpenScript(name: string, source: string): void;
}

/** A Lua example: run in place, opened in the editor, copied. */
export function ExampleCard({ playground, name, title, source, onOpenScript }: CardProps) {
  const [run, setRun] = useState<SnippetRun | null>(null);
  const live = useRef<SnippetRun | null>(null);
  live.current = run;
  // Leaving the page ends what still runs.
  useEffect(() => () => endRun(live.current), []);
  const running = run !== null && run.end.value === null;
  return (
    <figure class="docs-example">
      <figcaption class="docs-example-head">
        <button
          type="button"
          class="pane-button"
          aria-label={`${running ? "Stop" : "Run"}: ${title}`}
          onClick={() => {
            if (running) return run.stop();
            setRun(playground.run.runSnippet(name, source));
          }}
        >
          <Icon node={running ? Square : Play} size={14} />
          {running ? "Stop" : "Run"}
        </button>
        <button
          type="button"
          class="pane-button"
          aria-label={`Open in editor: ${title}`}
          onClick={() => onOpenScript(name, source)}
        >
          <Icon node={PanelLeftOpen} size={14} />
          Open in editor
        </button>
        <span class="pane-spring" />
        <CopyButton playground={playground} label={`Copy: ${title}`} text={() => source} />
      </figcaption>
      <pre
        class="docs-code"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, which the keyboard must reach.
        tabIndex={0}
      >
        <LuaCode source={source} />
      </pre>
      {run !== null && <SnippetOutcome run={run} onClose={running ? null : () => setRun(null)} />}
    </figure>
  );
}

function endRun(run: SnippetRun | null): void {
  if (run !== null && run.end.peek() === null) run.stop();
}
