import { examples } from "../../examples";
import { openExample } from "../open-example";
import { usePage } from "../page";

const LEVELS = { "first steps": "First steps", everyday: "Everyday", advanced: "Advanced" } as const;

/** The examples by level. Opening one shows it as a preview, or selects the script with its text. */
export function ExampleList({ onOpened }: { onOpened(): void }) {
  const page = usePage();
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
                      openExample(page, example);
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
