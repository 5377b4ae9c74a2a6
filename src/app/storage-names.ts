/** Every name under which this page keeps something in the browser. They never change, since people have data under them. */
const PAGE = "lua-agent-playground";

/** Databases of IndexedDB, and the channels on which their tabs talk. */
export const DATABASES = {
  scripts: `${PAGE}-scripts`,
  world: `${PAGE}-world`,
  lessons: `${PAGE}-lessons`,
  vault: `${PAGE}-vault`,
  runs: `${PAGE}-runs`,
} as const;

/** Keys of localStorage. What closing pages leave is under keys that begin with `unsaved…`. */
export const LOCAL_KEYS = {
  /** index.html reads the theme from it before the first paint. */
  settings: `${PAGE}.settings`,
  /** Read, and no longer written: it is among the settings. */
  follow: `${PAGE}.follow`,
  /** The script that was open last, for the first frame. */
  firstFrame: `${PAGE}.first-frame`,
  breakpoints: `${PAGE}.breakpoints`,
  unsavedScripts: `${PAGE}.unsaved-scripts.`,
  /** By the key of the world's record. */
  unsavedWorld: (record: string) => `${PAGE}.unsaved-${record}.`,
  unsavedLessons: `${PAGE}.unsaved-lessons.`,
  /** Whether runs are kept. */
  keptRuns: `${PAGE}.kept-runs`,
  /** A live run that has not ended. */
  liveRun: `${PAGE}.live-run.`,
} as const;
