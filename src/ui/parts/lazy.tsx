import type { ComponentChildren, ComponentType } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button";

type State<P> =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly View: ComponentType<P> }
  | { readonly kind: "failed"; readonly reason: string };

interface Props<P> {
  /** What is loaded, for people: "The docs". */
  readonly label: string;
  load(): Promise<ComponentType<P>>;
  readonly props: P;
}

/** A view whose code arrives when it is first shown; says so while it loads, and offers another try when it cannot. */
export function Lazy<P extends object>({ label, load, props }: Props<P>) {
  const [state, setState] = useState<State<P>>({ kind: "loading" });
  const start = useCallback(() => {
    setState({ kind: "loading" });
    load().then(
      (View) => setState({ kind: "ready", View }),
      (error: unknown) => setState({ kind: "failed", reason: String(error) }),
    );
  }, [load]);
  useEffect(start, [start]);
  if (state.kind === "ready") return <state.View {...props} />;
  if (state.kind === "loading") return <p class="placeholder busy">Loading…</p>;
  return (
    <div class="placeholder" role="alert">
      <p>{label} could not be loaded. Check the connection, then try again.</p>
      <p class="faint">{state.reason}</p>
      <Button onClick={start}>Try again</Button>
    </div>
  );
}

/** Renders nothing until `when` was true for the first time, and keeps what it rendered from then on. */
export function Once({ when, children }: { when: boolean; children: () => ComponentChildren }) {
  const begun = useRef(false);
  begun.current ||= when;
  return <>{begun.current ? children() : null}</>;
}
