/** Controls that run commands. */
import { usePage } from "../page";
import { IconButton } from "../parts/button";
import { Menu, type MenuProps } from "../parts/menu";
import { ariaKeys, titleWithKeys } from "./command";
import { COMMANDS, type CommandId } from "./commands";

export function CommandButton({ command: id }: { command: CommandId }) {
  const { runCommand } = usePage();
  const command = COMMANDS[id];
  return (
    <IconButton
      icon={command.icon}
      label={titleWithKeys(command)}
      aria-keyshortcuts={ariaKeys(command)}
      onClick={() => runCommand(id)}
    />
  );
}

export function CommandMenu({
  commands,
  ...menu
}: Omit<MenuProps, "items"> & { commands: readonly CommandId[] }) {
  const { runCommand } = usePage();
  const items = commands.map((id) => {
    const { title, icon } = COMMANDS[id];
    return { label: title, icon, run: () => runCommand(id) };
  });
  return <Menu {...menu} items={items} />;
}
