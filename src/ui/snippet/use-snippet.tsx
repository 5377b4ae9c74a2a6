import { useEffect, useState } from "preact/hooks";
import type { SnippetRun } from "../../app/snippet";
import { LuaField } from "./lua-field";
import { SnippetOutcome } from "./snippet-outcome";

/**
 * A piece of Lua that is edited and run in place. Leaving it ends its run. `edits`: keeps its edited text, by original text, if
 * it should survive.
 */
export function useSnippet(
  original: string,
  begin: (source: string) => SnippetRun,
  edits?: Map<string, string>,
) {
  const [source, setSource] = useState(edits?.get(original) ?? original);
  const edit = (text: string) => {
    setSource(text);
    edits?.set(original, text);
  };
  const [run, setRun] = useState<SnippetRun | null>(null);
  useEffect(() => () => run?.stop(), [run]);
  return {
    source,
    edit,
    run,
    running: run !== null && run.end.value === null,
    changed: source !== original,
    reset: () => edit(original),
    start() {
      run?.stop();
      setRun(begin(source));
    },
    stop: () => run?.stop(),
    /** Hides what the last run did. */
    hide: () => setRun(null),
  };
}

/** A snippet's text, with the outcome of its run below. */
export function SnippetBody({ label, snippet }: { label: string; snippet: ReturnType<typeof useSnippet> }) {
  const { source, edit, run, running, start, stop, hide } = snippet;
  return (
    <>
      <LuaField label={label} source={source} onChange={edit} onRun={start} onStop={stop} />
      {run !== null && <SnippetOutcome run={run} onClose={running ? null : hide} />}
    </>
  );
}
