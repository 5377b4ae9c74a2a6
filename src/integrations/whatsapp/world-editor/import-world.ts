/** A file that the person chose or dropped, as the simulated world. */
import type { Playground } from "../../../app/playground";
import { readWorldFile } from "../../../app/world-file";
import { worldVersion } from "../simulator/world/world";

/** Loads the world of a file. Gives why it was not imported, or null when it was. */
export async function importWorld(
  { world, notices }: Pick<Playground, "world" | "notices">,
  file: File,
): Promise<string | null> {
  const read = await readWorldFile(file);
  if (!read.ok) return read.message;
  world.load(read.value.world, file.name);
  if (read.value.olderVersion !== null) {
    notices.show({
      tone: "info",
      text: `${file.name} was of version ${read.value.olderVersion} and has been brought up to version ${worldVersion}. Export it to keep it so.`,
    });
  }
  return null;
}
