/** Finding commands by what is typed. */

interface Titled {
  readonly title: string;
}

/**
 * The commands in whose title every typed word begins some word, or stands anywhere; those with words that begin so come
 * first, else the order stays. Letter case does not count. Everything when nothing is typed.
 */
export function searchCommands<Item extends Titled>(
  commands: readonly Item[],
  typed: string,
): readonly Item[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return commands;
  const ranked = commands.flatMap((command, at) => {
    const title = command.title.toLowerCase();
    if (!words.every((word) => title.includes(word))) return [];
    const starts = title.split(/[^\p{L}\p{N}_]+/u);
    const rank = words.every((word) => starts.some((start) => start.startsWith(word))) ? 0 : 1;
    return [{ command, rank, at }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ command }) => command);
}
