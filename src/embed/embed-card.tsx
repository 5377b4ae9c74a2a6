import { ExternalLink, Play, RotateCcw, Square } from "lucide";
import { useEffect, useMemo, useState } from "preact/hooks";
import { linkFragment, type SharedScript } from "../share/link";
import { PaneButton } from "../ui/parts/button";
import { Icon } from "../ui/parts/icon";
import { SnippetBody, useSnippet } from "../ui/snippet/use-snippet";
import "../ui/panes/shared/shared.css";
import { createEmbedRuns } from "./embed-run";

/** A script on another site's page: edit, run, stop, reset, and the way to the playground. It keeps nothing. */
export function EmbedCard({ shared }: { shared: SharedScript }) {
  const runs = useMemo(createEmbedRuns, []);
  const snippet = useSnippet(shared.source, (source) => runs.start({ ...shared, source }));
  const { source, running, start, stop } = snippet;
  const playground = usePlaygroundLink({ ...shared, source });
  return (
    <section
      class="embed"
      aria-label={shared.name}
      onPointerEnter={() => runs.preload()}
      onFocusIn={() => runs.preload()}
    >
      <div class="embed-head">
        <PaneButton icon={running ? Square : Play} class="embed-run" onClick={running ? stop : start}>
          {running ? "Stop" : "Run"}
        </PaneButton>
        <h1 class="embed-name">{shared.name}</h1>
        <span class="pane-spring" />
        {snippet.changed && (
          <PaneButton icon={RotateCcw} onClick={snippet.reset}>
            Reset
          </PaneButton>
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
      <SnippetBody label={`Lua: ${shared.name}`} snippet={snippet} />
    </section>
  );
}

/** The address of the playground with this script. Without it until the link has been made. */
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
