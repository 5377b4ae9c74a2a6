/** What every name begins with under which this page stores data. Names never change, since people have data under them. */
export const PAGE = "lua-agent-playground";

/** IndexedDB databases, and the channels their tabs talk on. */
export const DATABASES = {
  scripts: `${PAGE}-scripts`,
  world: `${PAGE}-world`,
  lessons: `${PAGE}-lessons`,
  vault: `${PAGE}-vault`,
  runs: `${PAGE}-runs`,
} as const;
