/**
 * Keys of localStorage. Unsaved data from closing pages is under keys that begin with `unsaved…`. Imported as a namespace,
 * `LOCAL_KEYS`: the first frame's script holds only those that it reads.
 */
import { PAGE } from "./storage-names";

/** index.html reads the theme from it before the first paint. */
export const settings = `${PAGE}.settings`;
/** Read but no longer written: it is now one of the settings. */
export const follow = `${PAGE}.follow`;
/** The script that was open last, for the first frame. */
export const firstFrame = `${PAGE}.first-frame`;
export const breakpoints = `${PAGE}.breakpoints`;
export const unsavedScripts = `${PAGE}.unsaved-scripts.`;
/** By the world's record key. */
export const unsavedWorld = (record: string) => `${PAGE}.unsaved-${record}.`;
export const unsavedLessons = `${PAGE}.unsaved-lessons.`;
/** Whether runs are kept. */
export const keptRuns = `${PAGE}.kept-runs`;
/** A live run that has not ended. */
export const liveRun = `${PAGE}.live-run.`;
