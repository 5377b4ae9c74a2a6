import { examples } from "../../examples";
import { usePlayground } from "../page";

const LEVELS = { "first steps": "First steps", everyday: "Everyday", advanced: "Advanced" } as const;

/** The examples by level. Opening one shows it as a preview, or selects the script that has its text. */
export function ExampleList({ onOpened }: { onOpened(): void }) {
  const { scripts } = usePlayground();
  return (
    <>
      {(["first steps", "everyday", "advanced"] as const).map((level) => (
        <details key={level}>
          <summary class="level">{LEVELS[level]}</summary>
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
                      scripts.openExample(example.name, example.source);
                      onOpened();
                    }}
                  >
                    {example.title}
                  </button>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </>
  );
}
