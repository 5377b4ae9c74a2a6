import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { FailedPart } from "./failed-part";

type State<P> =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly View: ComponentType<P> }
  | { readonly kind: "failed"; readonly reason: string };

/**
 * Returns a view whose code is loaded when it is first shown. It says so while loading, and offers to try again if that fails.
 * `label` names it for people: "the docs". `waiting` is shown until it has loaded.
 */
export function lazy<P extends object>(
  label: string,
  load: () => Promise<ComponentType<P>>,
  waiting: ComponentChildren = <p class="placeholder busy">Loading…</p>,
): (props: P) => ComponentChildren {
  return (props) => {
    const [state, setState] = useState<State<P>>({ kind: "loading" });
    const start = () => {
      setState({ kind: "loading" });
      load().then(
        (View) => setState({ kind: "ready", View }),
        (error: unknown) => setState({ kind: "failed", reason: String(error) }),
      );
    };
    useEffect(start, []);
    if (state.kind === "ready") return <state.View {...props} />;
    if (state.kind === "loading") return <>{waiting}</>;
    const what = `Couldn't load ${label}. Check your connection and try again.`;
    return <FailedPart what={what} reason={state.reason} onRetry={start} />;
  };
}

/** Renders nothing until `when` is first true, and keeps its contents from then on. */
export function Once({ when, children }: { when: boolean; children: () => ComponentChildren }) {
  const begun = useRef(false);
  begun.current ||= when;
  return <>{begun.current ? children() : null}</>;
}
