import replayUrl from "virtual:box-replay";
import { messageOf } from "../shared/message-of";

let loaded: Promise<string> | null = null;

/**
 * Downloads the script that makes a box worker replay runs, once. Rejects with a sentence that says what failed and what to
 * do. The next call tries again.
 */
export function loadReplayScript(): Promise<string> {
  if (loaded === null) {
    loaded = download();
    loaded.catch(() => {
      loaded = null;
    });
  }
  return loaded;
}

async function download(): Promise<string> {
  const response = await fetch(replayUrl).catch((error: unknown) => {
    throw new Error(
      `Couldn't download the steps (${messageOf(error)}). Check your connection and try again.`,
    );
  });
  if (response.ok) return response.text();
  throw new Error(`Couldn't download the steps (HTTP ${response.status}). Reload the page and try again.`);
}
