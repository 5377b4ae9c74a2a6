import { ExternalLink, Play, RotateCcw, Square } from "lucide";
import { useEffect, useState } from "preact/hooks";
import type { WorldState } from "../integrations/world-simulator";
import type { EmbedFile } from "../share/embed-files";
import type { LineRange } from "../share/embed-options";
import { counted } from "../shared/counted";
import { Button } from "../ui/parts/button";
import { Icon } from "../ui/parts/icon";
import { LuaCode } from "../ui/snippet/lua-code";
import { SnippetChats, SnippetOutcome } from "../ui/snippet/snippet-outcome";
import { useSnippet } from "../ui/snippet/use-snippet";
import type { EmbedRuns } from "./embed-run";
import { LineNumbers, NumberedField } from "./numbered-field";
import { usePlaygroundLink } from "./use-playground-link";

interface Props {
  readonly file: EmbedFile;
  readonly world: WorldState | null;
  readonly runs: EmbedRuns;
  /** How the file's name is shown. */
  readonly named: "heading" | "text" | "by its tab";
  readonly readOnly: boolean;
  readonly phoneBeside: boolean;
  /** Lines at the start that run, but are shown only on request. */
  readonly setup: number;
  readonly highlight: readonly LineRange[];
  /** Runs once, as soon as this is true. */
  readonly runNow: boolean;
}

/** One file of an embed: its buttons, its text, and the outcome of its run. */
export function EmbedScript({
  file,
  world,
  runs,
  named,
  readOnly,
  phoneBeside,
  setup,
  highlight,
  runNow,
}: Props) {
  const { name } = file;
  const lines = file.source.split("\n");
  const hidden = lines
    .slice(0, setup)
    .map((line) => `${line}\n`)
    .join("");
  const whole = (shown: string) => ({ name, source: hidden + shown, world });
  const snippet = useSnippet(lines.slice(setup).join("\n"), (source) => runs.start(whole(source)));
  const { source, running, run, start, stop, hide, edit } = snippet;
  const [setupShown, showSetup] = useState(false);
  const playground = usePlaygroundLink(whole(source));
  useEffect(() => {
    if (runNow) start();
  }, [runNow]);
  return (
    <>
      <div class="embed-head">
        <Button icon={running ? Square : Play} class="embed-run" onClick={running ? stop : start}>
          {running ? "Stop" : "Run"}
        </Button>
        {named === "heading" && <h1 class="embed-name">{name}</h1>}
        {named === "text" && <span class="embed-name">{name}</span>}
        {setup > 0 && (
          <Button aria-expanded={setupShown} onClick={() => showSetup(!setupShown)}>
            {setupShown ? "Hide" : "Show"} {counted(setup, "setup line")}
          </Button>
        )}
        <span class="pane-spring" />
        {snippet.changed && (
          <Button icon={RotateCcw} onClick={snippet.reset}>
            Reset
          </Button>
        )}
        <a
          class="button embed-open"
          href={playground}
          target="_blank"
          rel="noopener"
          title="Open in the playground"
        >
          <Icon node={ExternalLink} size={14} />
          <span class="embed-open-words">Open in the playground</span>
        </a>
      </div>
      <div class={phoneBeside ? "embed-columns" : ""}>
        <div class="embed-code">
          {setupShown && (
            <div class="lua-numbered embed-setup">
              <LineNumbers from={1} count={setup} />
              <pre
                // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which the keyboard must reach.
                tabIndex={0}
              >
                <LuaCode source={hidden.replace(/\n$/, "")} />
              </pre>
            </div>
          )}
          <NumberedField
            label={`Lua: ${name}`}
            source={source}
            readOnly={readOnly}
            numbersFrom={setup > 0 ? setup + 1 : null}
            setup={setup}
            original={lines}
            highlight={highlight}
            onChange={edit}
            onRun={start}
            onStop={stop}
          />
          {run !== null && (
            <SnippetOutcome run={run} onClose={running ? null : hide} isPhoneElsewhere={phoneBeside} />
          )}
        </div>
        {phoneBeside && (
          <div class="embed-phone">
            {run === null ? (
              <p class="note">Phone: messages arrive here when the script runs.</p>
            ) : (
              <SnippetChats run={run} empty="No messages yet." />
            )}
          </div>
        )}
      </div>
    </>
  );
}
