import type { Playground } from "../app/playground";

/** Opens files that a person chose or dropped: scripts and worlds. Returns whether a script was added. */
export async function openFiles(playground: Playground, files: readonly File[]): Promise<boolean> {
  let added = false;
  const names = files.map(({ name }) => name).join(", ");
  await playground.notices.attemptLoading(`open ${names}`, async () => {
    const { takeFiles } = await import("./take-files");
    added = await takeFiles(playground, files);
  });
  return added;
}
