import { PanelLeftOpen, Play, RotateCcw, Square } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import type { SnippetRun } from "../../../app/snippet";
import { usePage } from "../../page";
import { PaneButton } from "../../parts/button";
import { LuaField } from "../../snippet/lua-field";
import { SnippetOutcome } from "../../snippet/snippet-outcome";
import { CopyButton } from "../shared/copy-button";

interface CardProps {
  /** File name the example gets in the editor and in messages, `.lua` at the end. */
  readonly name: string;
  readonly title: string;
  readonly source: string;
}

/** A Lua example: edited and run in place, opened in the editor, copied. An edit lasts until the page is left. */
export function ExampleCard({ name, title, source: original }: CardProps) {
  const { playground, openScript } = usePage();
  const [source, setSource] = useState(original);
  const [run, setRun] = useState<SnippetRun | null>(null);
  const live = useRef<SnippetRun | null>(null);
  live.current = run;
  // Leaving the page ends what still runs.
  useEffect(() => () => endRun(live.current), []);
  const running = run !== null && run.end.value === null;
  const start = () => {
    endRun(run);
    setRun(playground.run.runSnippet(name, source));
  };
  return (
    <figure class="docs-example">
      <figcaption class="docs-example-head">
        <PaneButton
          icon={running ? Square : Play}
          aria-label={`${running ? "Stop" : "Run"}: ${title}`}
          onClick={() => (running ? run.stop() : start())}
        >
          {running ? "Stop" : "Run"}
        </PaneButton>
        <PaneButton
          icon={PanelLeftOpen}
          aria-label={`Open in editor: ${title}`}
          onClick={() => openScript(name, source)}
        >
          Open in editor
        </PaneButton>
        <span class="pane-spring" />
        {source !== original && (
          <PaneButton icon={RotateCcw} aria-label={`Reset: ${title}`} onClick={() => setSource(original)}>
            Reset
          </PaneButton>
        )}
        <CopyButton label={`Copy: ${title}`} text={() => source} />
      </figcaption>
      <LuaField
        label={`Lua: ${title}`}
        source={source}
        onChange={setSource}
        onRun={start}
        onStop={() => endRun(run)}
      />
      {run !== null && <SnippetOutcome run={run} onClose={running ? null : () => setRun(null)} />}
    </figure>
  );
}

function endRun(run: SnippetRun | null): void {
  if (run !== null && run.end.peek() === null) run.stop();
}
