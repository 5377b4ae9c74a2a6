import { useEffect, useState } from "preact/hooks";
import type { SnippetRun } from "../../app/snippet";
import { LuaField } from "./lua-field";
import { SnippetOutcome } from "./snippet-outcome";

/** A piece of Lua that is edited and run in place. Leaving it ends what still runs. */
export function useSnippet(original: string, begin: (source: string) => SnippetRun) {
  const [source, edit] = useState(original);
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

/** The text of a snippet, and below it what its run did. */
export function SnippetBody({ label, snippet }: { label: string; snippet: ReturnType<typeof useSnippet> }) {
  const { source, edit, run, running, start, stop, hide } = snippet;
  return (
    <>
      <LuaField label={label} source={source} onChange={edit} onRun={start} onStop={stop} />
      {run !== null && <SnippetOutcome run={run} onClose={running ? null : hide} />}
    </>
  );
}
