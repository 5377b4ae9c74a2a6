import { type Command, findCommand } from "./commands/command";
import { commandOf } from "./shortcuts";

/** Listens for the page's own keys, ahead of every control; gives what ends it. */
export function listenForKeys(commands: readonly Command[]): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const id = commandOf(event, document.querySelector("dialog[open]") !== null);
    if (id === null) return;
    // A field that runs its own Lua: the keys mean that one there.
    const own = event.target instanceof Element && event.target.closest("[data-keys='own']") !== null;
    if (own && (id === "run" || id === "stop")) return;
    event.preventDefault();
    event.stopPropagation();
    const command = findCommand(commands, id);
    if (event.repeat && command.repeats !== true) return;
    command.run();
  };
  // Capturing: the editor has uses of its own for some of these keys.
  addEventListener("keydown", onKeyDown, { capture: true });
  return () => removeEventListener("keydown", onKeyDown, { capture: true });
}
