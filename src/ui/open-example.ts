import type { ExampleScript } from "../examples";
import type { PageState } from "./commands/command";

/** Shows an example as the preview, or the script with its text. */
export function openExample({ playground, shell }: PageState, { id, name, source }: ExampleScript): void {
  playground.scripts.openExample(name, source);
  shell.example.value = { id, script: playground.scripts.current.peek().id };
}
