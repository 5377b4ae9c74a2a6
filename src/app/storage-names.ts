/** Every name under which this page stores data in the browser. These never change, since people have data under them. */
const PAGE = "lua-agent-playground";

/** IndexedDB databases, and the channels their tabs talk on. */
export const DATABASES = {
  scripts: `${PAGE}-scripts`,
  world: `${PAGE}-world`,
  lessons: `${PAGE}-lessons`,
  vault: `${PAGE}-vault`,
  runs: `${PAGE}-runs`,
} as const;

/** Keys of localStorage. Unsaved data from closing pages is under keys that begin with `unsaved…`. */
export const LOCAL_KEYS = {
  /** index.html reads the theme from it before the first paint. */
  settings: `${PAGE}.settings`,
  /** Read but no longer written: it is now one of the settings. */
  follow: `${PAGE}.follow`,
  /** The script that was open last, for the first frame. */
  firstFrame: `${PAGE}.first-frame`,
  breakpoints: `${PAGE}.breakpoints`,
  unsavedScripts: `${PAGE}.unsaved-scripts.`,
  /** By the world's record key. */
  unsavedWorld: (record: string) => `${PAGE}.unsaved-${record}.`,
  unsavedLessons: `${PAGE}.unsaved-lessons.`,
  /** Whether runs are kept. */
  keptRuns: `${PAGE}.kept-runs`,
  /** A live run that has not ended. */
  liveRun: `${PAGE}.live-run.`,
} as const;
