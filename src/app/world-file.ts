/** A simulated world as the text of a file. The command line's `--world` takes it too. */
export function worldText(world: unknown): string {
  return `${JSON.stringify(world, null, 2)}\n`;
}

/** A file name for a world: its title in lower case and the simulated day (UTC), as in `juniper-lane-tea-2026-11-02.json`. */
export function worldFileName(title: string, clock: number): string {
  const name = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${name === "" ? "world" : name}-${new Date(clock).toISOString().slice(0, 10)}.json`;
}
