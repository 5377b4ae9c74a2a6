export interface Stage {
  readonly stage: string;
  readonly title: string;
  /** Brotli bytes of this stage and those before it. */
  readonly bytes: number;
  readonly budget: number;
  /** What this stage adds, largest first. */
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
}

export interface Measurement {
  readonly stages: readonly Stage[];
  /** A sentence for each budget exceeded. */
  readonly over: readonly string[];
}

/** Sizes of the built folder by stages. Throws when its manifest or a file that a run needs is missing. */
export function measure(dist: string): Promise<Measurement>;

/** Measures, passes the table's lines to `print`, and throws when a budget is exceeded. */
export function checkSizes(dist: string, print?: (line: string) => void): Promise<void>;

/** The measurement as lines of text. */
export function table(measurement: Measurement): string[];
