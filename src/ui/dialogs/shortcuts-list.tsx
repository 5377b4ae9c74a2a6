import { MOD } from "../../shared/chords";
import { type Command, keysOf } from "../commands/command";
import { COMMANDS } from "../commands/commands";
import { OPENING_COMMANDS, STEP_COMMANDS } from "../commands/step-commands";
import "./shortcuts-list.css";

type Rows = readonly (readonly [keys: string, what: string])[];

/** Keys of individual controls, which are not commands. */
const CONTROLS: Rows = [
  ["F2, Delete", "Rename or delete (in the script list)"],
  ["Arrow keys, Home, End", "Move a divider"],
];

const EDITOR: Rows = [
  [`${MOD === "Ctrl+" ? "Ctrl+" : "⌃ "}Space`, "Suggest"],
  [`${MOD}Shift+Space`, "Show parameters"],
  [`${MOD}K ${MOD}I`, "Show hover"],
  ["F12", "Go to the definition"],
  ["Shift+F12", "Find references"],
  ["F2", "Rename a variable"],
  ["F8, Shift+F8", "Next or previous problem"],
  [`${MOD}/`, "Toggle comment"],
  ["Alt+Enter", "Quick fix (Ctrl+. also works when no script is running)"],
  ["Shift+Alt+F", "Format script"],
  [`${MOD}K ${MOD}F`, "Format selection"],
  ["Alt+↑, Alt+↓", "Move lines"],
  [`${MOD}D`, "Add next match to selection"],
  [`${MOD}F, ${MOD === "Ctrl+" ? "Ctrl+H" : "⌥⌘ F"}`, "Find, replace"],
  [`${MOD}Shift+O`, "Go to symbol"],
];

/** The keys worth knowing. The editor has no help of its own for screen reader and keyboard users. */
export function ShortcutsList() {
  return (
    <>
      <h3>Page</h3>
      <Keys rows={[...rowsOf(COMMANDS), ...rowsOf(OPENING_COMMANDS), ...CONTROLS]} />
      <h3>Steps</h3>
      <p>
        These keys work while steps are open. With <kbd>Alt</kbd>, they step backward. <kbd>F9</kbd> toggles a
        breakpoint at any time.
      </p>
      <Keys rows={rowsOf(STEP_COMMANDS)} />
      <h3>Editor</h3>
      <p>
        Tab indents in the editor. To leave it by keyboard, press <kbd>F6</kbd>, or <kbd>Escape</kbd> and then{" "}
        <kbd>Tab</kbd>. <kbd>{MOD === "Ctrl+" ? "Ctrl+M" : "⌃ Shift+M"}</kbd> toggles whether Tab moves focus.
        Screen readers are supported. On small screens, the editor is an ordinary text field.
      </p>
      <Keys rows={EDITOR} />
    </>
  );
}

function rowsOf(commands: Readonly<Record<string, Command>>): Rows {
  return Object.values(commands).flatMap((command) => {
    const keys = keysOf(command);
    return keys === null ? [] : [[keys, command.title] as const];
  });
}

function Keys({ rows }: { rows: Rows }) {
  return (
    <dl class="keys">
      {rows.map(([keys, what]) => (
        <div key={keys}>
          <dt>
            {keys.split(", ").map((one) => (
              <kbd key={one}>{one}</kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
