import replayUrl from "virtual:box-replay";
import { messageOf } from "../shared/message-of";

/** Downloads what makes a worker of the box replay runs. Rejects with a sentence that says what failed and what to do. */
export async function loadReplayScript(): Promise<string> {
  const response = await fetch(replayUrl).catch((error: unknown) => {
    throw new Error(
      `The steps could not be downloaded (${messageOf(error)}). Check the connection, then try again.`,
    );
  });
  if (response.ok) return response.text();
  throw new Error(
    `The steps could not be downloaded (HTTP ${response.status}). Reload the page, then try again.`,
  );
}
