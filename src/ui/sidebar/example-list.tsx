import { examples } from "../../examples";
import { usePlayground } from "../page";

const LEVELS = ["first steps", "everyday", "advanced"] as const;

/** The examples by level. Opening one makes a copy to work on, or selects the copy that is still unchanged. */
export function ExampleList({ onOpened }: { onOpened(): void }) {
  const { scripts } = usePlayground();
  return (
    <>
      {LEVELS.map((level) => (
        <div key={level}>
          <h3 class="level">{level}</h3>
          <ul class="rows">
            {examples
              .filter((example) => example.level === level)
              .map((example) => (
                <li key={example.id}>
                  <button
                    type="button"
                    class="row-main example"
                    title={example.summary}
                    onClick={() => {
                      scripts.open(example.name, example.source);
                      onOpened();
                    }}
                  >
                    <span class="example-title">{example.title}</span>
                    <span class="example-summary">{example.summary}</span>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </>
  );
}
