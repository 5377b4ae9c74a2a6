import type { Playground } from "../app/playground";
import { messageOf } from "../shared/message-of";

/** Opens files that a person chose or dropped: scripts and worlds. Returns whether a script was added. */
export async function openFiles(playground: Playground, files: readonly File[]): Promise<boolean> {
  try {
    const { takeFiles } = await import("./take-files");
    return await takeFiles(playground, files);
  } catch (error) {
    const names = files.map(({ name }) => name).join(", ");
    playground.notices.error(
      `Couldn't open ${names} (${messageOf(error)}). Check your connection and try again.`,
    );
    return false;
  }
}
