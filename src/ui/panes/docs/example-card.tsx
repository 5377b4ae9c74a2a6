import { PanelLeftOpen, Play, RotateCcw, Square } from "lucide";
import { usePage } from "../../page";
import { PaneButton } from "../../parts/button";
import { SnippetBody, useSnippet } from "../../snippet/use-snippet";
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
  const snippet = useSnippet(original, (source) => playground.run.runSnippet(name, source));
  const { source, running, start, stop } = snippet;
  return (
    <figure class="docs-example">
      <figcaption class="docs-example-head">
        <PaneButton
          icon={running ? Square : Play}
          aria-label={`${running ? "Stop" : "Run"}: ${title}`}
          onClick={running ? stop : start}
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
        {snippet.changed && (
          <PaneButton icon={RotateCcw} aria-label={`Reset: ${title}`} onClick={snippet.reset}>
            Reset
          </PaneButton>
        )}
        <CopyButton label={`Copy: ${title}`} text={() => source} />
      </figcaption>
      <SnippetBody label={`Lua: ${title}`} snippet={snippet} />
    </figure>
  );
}
