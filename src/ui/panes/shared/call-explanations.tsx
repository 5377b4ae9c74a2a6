import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ExplainCall } from "../../../app/explain-calls";
import { lazy } from "../../parts/lazy";

interface Props {
  onLoaded(explain: ExplainCall): void;
}

/** Shows nothing, unless what explains calls can't be loaded. */
const Loader = lazy<Props>(
  "the explanations of calls",
  async () => {
    const { loadExplainCall } = await import("../../../app/explain-calls");
    const explain = await loadExplainCall();
    return ({ onLoaded }) => {
      useEffect(() => onLoaded(explain), []);
      return null;
    };
  },
  null,
);

const nothingYet: ExplainCall = () => null;

/**
 * Explains calls in a view that shows some. `loader` belongs beside them: it loads the explanations and then redraws the view.
 * Until then, calls are shown without.
 */
export function useCallExplanations(): { readonly explain: ExplainCall; readonly loader: VNode } {
  const [explain, setExplain] = useState<ExplainCall>(() => nothingYet);
  return { explain, loader: <Loader onLoaded={(found) => setExplain(() => found)} /> };
}
