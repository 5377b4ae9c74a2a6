import { backupName, backupText } from "../../app/backup";
import { backupParts } from "../../app/backup-parts";
import type { Playground } from "../../app/playground";
import { messageOf } from "../../shared/message-of";
import { download } from "../parts/download";

/** Downloads scripts, progress, world and settings as one file. Returns an error message, or `null` on success. */
export async function exportEverything(playground: Playground): Promise<string | null> {
  const now = Date.now();
  try {
    download(backupName(now), "application/json", await backupText(backupParts(playground), now));
    return null;
  } catch (error) {
    return `Couldn't export: the browser blocked reading your data (${messageOf(error)}).`;
  }
}
