/** One browser, started for one page after another, whatever drives it. */
export interface Session {
  /** Name and version as reported by the browser. */
  readonly browser: string;
  open(url: string): Promise<void>;
  /** The value of an expression in the page; a string, number, boolean or null. */
  evaluate(expression: string): Promise<unknown>;
  /** How many workers that were ended still burn a core; absent where that cannot be seen. */
  burning?(): Promise<number>;
  close(): Promise<void>;
}

export const ENGINES = ["chromium", "firefox", "webkit"] as const;
export type EngineName = (typeof ENGINES)[number];

/** A browser that is not installed, with what would install it. */
export class MissingBrowser extends Error {}
