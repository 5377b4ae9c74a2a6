import { useEffect, useRef, useState } from "preact/hooks";
import { PLAIN_ONLY } from "../../../editor/editor";
import { messageOf } from "../../../shared/message-of";
import { editorLook } from "../../editor-look";
import { usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { LuaCode } from "../../snippet/lua-code";

interface SolutionProps {
  readonly title: string;
  readonly own: string;
  readonly solution: string;
  /** Replaces the learner's code with the solution. */
  onTake(): void;
  onClose(): void;
}

/** The learner's code and the solution: in Monaco's diff, or one below the other. */
export function SolutionDialog({ title, own, solution, onTake, onClose }: SolutionProps) {
  const playground = usePlayground();
  const host = useRef<HTMLDivElement>(null);
  // With the plain editor two texts will do: Monaco would be loaded just for this.
  const [plain, setPlain] = useState(matchMedia(PLAIN_ONLY).matches);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (plain) return;
    let end = () => {};
    let closed = false;
    import("../../../editor/comparison").then(
      ({ showComparison }) => {
        if (closed || host.current === null) return;
        end = showComparison(
          host.current,
          { own, solution },
          {
            dark: document.documentElement.dataset.theme === "dark",
            fontSize: editorLook(playground.settings.settings.peek()).fontSize,
          },
        );
      },
      (error: unknown) => {
        setProblem(`Couldn't load the comparison (${messageOf(error)}). Here are both versions.`);
        setPlain(true);
      },
    );
    return () => {
      closed = true;
      end();
    };
  }, [plain]);
  return (
    <Dialog title={`Solution: ${title}`} class="lesson-solution" onClose={onClose}>
      {problem !== null && <p role="alert">{problem}</p>}
      {plain ? (
        <>
          <Text label="Your code" source={own} />
          <Text label="Solution" source={solution} />
        </>
      ) : (
        <>
          <p class="note">Red lines are only in your code, green lines only in the solution.</p>
          <div ref={host} class="lesson-comparison" />
        </>
      )}
      <div class="dialog-foot">
        <Button
          onClick={() => {
            onTake();
            onClose();
          }}
        >
          Use the solution
        </Button>
        <span class="note">Undo restores your code.</span>
      </div>
    </Dialog>
  );
}

function Text({ label, source }: { label: string; source: string }) {
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <pre
        class="lesson-code-text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, so they must be reachable by keyboard.
        tabIndex={0}
      >
        <LuaCode source={source} />
      </pre>
    </section>
  );
}
