/** A file that the person chose or dropped, as the simulated world. */
import type { WorldImport } from "../../views";
import { worldVersion } from "../simulator/page";
import { importedWorld } from "./world-file";

/** Loads the world of a file. Returns why it was not imported, or `null`. */
export async function importWorld({ world, notices }: WorldImport, file: File): Promise<string | null> {
  const read = await importedWorld(file);
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
