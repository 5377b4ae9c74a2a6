import { ExternalLink, Play, RotateCcw, Square } from "lucide";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { SnippetRun } from "../app/snippet";
import { linkFragment } from "../share/link";
import type { SharedScript } from "../share/shared-script";
import { PaneButton } from "../ui/parts/button";
import { Icon } from "../ui/parts/icon";
import { LuaField } from "../ui/snippet/lua-field";
import { SnippetOutcome } from "../ui/snippet/snippet-outcome";
import "../ui/panes/shared/shared.css";
import { createEmbedRuns } from "./embed-run";

/** A script on another site's page: edit, run, stop, reset, and the way to the playground. It keeps nothing. */
export function EmbedCard({ shared }: { shared: SharedScript }) {
  const [source, setSource] = useState(shared.source);
  const [run, setRun] = useState<SnippetRun | null>(null);
  const runs = useMemo(createEmbedRuns, []);
  const live = useRef<SnippetRun | null>(null);
  live.current = run;
  useEffect(() => () => live.current?.stop(), []);
  const playground = usePlaygroundLink({ ...shared, source });
  const running = run !== null && run.end.value === null;
  const start = () => {
    run?.stop();
    setRun(runs.start({ ...shared, source }));
  };
  return (
    <section
      class="embed"
      aria-label={shared.name}
      onPointerEnter={() => runs.preload()}
      onFocusIn={() => runs.preload()}
    >
      <div class="embed-head">
        <PaneButton
          icon={running ? Square : Play}
          class="embed-run"
          onClick={() => (running ? run.stop() : start())}
        >
          {running ? "Stop" : "Run"}
        </PaneButton>
        <h1 class="embed-name">{shared.name}</h1>
        <span class="pane-spring" />
        {source !== shared.source && (
          <PaneButton icon={RotateCcw} onClick={() => setSource(shared.source)}>
            Reset
          </PaneButton>
        )}
        <a
          class="pane-button embed-open"
          href={playground}
          target="_blank"
          rel="noopener"
          title="Open in the playground"
        >
          <Icon node={ExternalLink} size={14} />
          <span class="embed-open-words">Open in the playground</span>
        </a>
      </div>
      <LuaField
        label={`Lua: ${shared.name}`}
        source={source}
        onChange={setSource}
        onRun={start}
        onStop={() => run?.stop()}
      />
      {run !== null && <SnippetOutcome run={run} onClose={running ? null : () => setRun(null)} />}
    </section>
  );
}

/** The address of the playground with this script; without it until it has been made. */
function usePlaygroundLink(shared: SharedScript): string {
  const page = new URL("./", location.href);
  page.search = "";
  page.hash = "";
  const [fragment, setFragment] = useState("");
  useEffect(() => {
    let current = true;
    linkFragment(shared).then(
      (made) => current && setFragment(made),
      () => current && setFragment(""),
    );
    return () => {
      current = false;
    };
  }, [shared.name, shared.source, shared.world]);
  return `${page.href}${fragment}`;
}
