import type { ScriptsModel } from "../../app/scripts-model";
import { type ExampleScript, examples } from "../../examples";

const LEVELS = ["first steps", "everyday", "advanced"] as const;

/** The examples by level; opening one gives a copy to work on, or the copy that is still as it was. */
export function ExampleList({ scripts, onOpened }: { scripts: ScriptsModel; onOpened(): void }) {
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
                      openExample(example, scripts);
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

/** Selects the untouched copy of an example, or makes one. */
export function openExample(example: ExampleScript, scripts: ScriptsModel): void {
  const copy = scripts.all.value.find((script) => script.source === example.source);
  if (copy === undefined) scripts.create(example.name, example.source);
  else scripts.select(copy.id);
}
