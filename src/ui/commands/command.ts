import type { IconNode } from "lucide";
import type { MenuItem } from "../parts/menu";
import { type KeyCommand, SHORTCUTS } from "../shortcuts";

/** Something a person can do on the page, said once: keys, palette, menus and the list of shortcuts derive from it. */
export interface Command {
  readonly id: string;
  /** As a command is called: `Copy a link to the script`. */
  readonly title: string;
  readonly icon: IconNode;
  /** The entry among the page's keys that starts it. */
  readonly key?: KeyCommand;
  /** Whether holding its key down repeats it. */
  readonly repeats?: boolean;
  /** False while there is nothing for it to do; left out: always possible. */
  when?(): boolean;
  run(): void;
}

/** The command with this id. Throws for an id that no command has: a mistake in the page. */
export function findCommand(commands: readonly Command[], id: string): Command {
  const found = commands.find((command) => command.id === id);
  if (found === undefined) throw new Error(`The page has no command ${id}.`);
  return found;
}

/** The keys of a command for people; null when it has none. */
export function keysOf({ key }: Command): string | null {
  return key === undefined ? null : SHORTCUTS[key].keys;
}

/** Commands as the items of a menu, in the order of `ids`. */
export function menuItems(commands: readonly Command[], ids: readonly string[]): readonly MenuItem[] {
  return ids.map((id) => {
    const { title, icon, run } = findCommand(commands, id);
    return { label: title, icon, run };
  });
}
