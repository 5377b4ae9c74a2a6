/** Runs of an embed: in the box, mock, in a world that is forgotten with the run. */
import { loadBox } from "../app/box-loader";
import { startSnippet } from "../app/snippet";
import { DEFAULT_LIMITS } from "../runtime/host";
import type { Box } from "../sandbox/page/box";
import { mainWorld, type SharedScript } from "../share/link";

export type EmbedRuns = ReturnType<typeof createEmbedRuns>;

/** The runs of one embed. Everything is downloaded on demand. */
export function createEmbedRuns() {
  let box: Promise<Box> | null = null;
  const open = () => {
    box ??= loadBox().catch((error: unknown) => {
      // The next run tries again.
      box = null;
      throw error;
    });
    return box;
  };
  return {
    /** Downloads what a run needs. Other embeds of the site find it in the browser's cache. */
    preload() {
      // A run reports what could not be loaded.
      open().catch(() => {});
    },
    /** Runs the script in its own world, or in a fresh one. */
    start: ({ name, source, world }: SharedScript) =>
      startSnippet(open, async () => ({
        name,
        source,
        limits: DEFAULT_LIMITS,
        worlds: world === null ? {} : { [(await mainWorld()).id]: world },
      })),
  };
}
