/** What passes between a browser's test page and the runner in Node. */
export interface TestConfig {
  /** Runs only cases whose name contains this text; all of them when it is empty. */
  readonly only: string;
  readonly graph: {
    /** Base URLs by account name. */
    readonly baseUrls: Readonly<Record<string, string>>;
    readonly token: string;
    readonly fields: Readonly<Record<string, string>>;
  };
  /** A server that hostile JavaScript tries to reach; its address ends in a slash. */
  readonly target: string;
}

export interface TestResult {
  readonly name: string;
  /** What is wrong, or `null` if the case passed. */
  readonly problem: string | null;
}

export interface TestReport {
  /** The case that runs now. */
  readonly current: string;
  readonly results: readonly TestResult[];
  readonly done: boolean;
  /** Why the page gave up, when it did. */
  readonly fatal: string | null;
}
