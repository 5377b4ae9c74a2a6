/** What the editors draw for stepping through a run. Loaded on demand. */

export interface StepPoint {
  /** 1-based. */
  readonly line: number;
  readonly kind: "stop" | "condition" | "log";
  /** For the tooltip: what it does, and what is wrong with its expression. */
  readonly title: string;
  readonly problem: boolean;
}

export interface StepDrawing {
  /** The line that runs next, or `null`. */
  readonly line: number | null;
  /** The line of the chosen function, if another one was called from there. */
  readonly callerLine: number | null;
  /** Whether the steps belong to an earlier text. */
  readonly stale: boolean;
  /** Text shown at the ends of lines. */
  readonly values: ReadonlyMap<number, string>;
  /** Text shown in the gutter: how often each line ran. */
  readonly counts: ReadonlyMap<number, string>;
  readonly points: readonly StepPoint[];
}

export interface StepEvents {
  /** The value of the variable at an offset, in Markdown, or `null`. */
  hover(
    text: string,
    offset: number,
  ): { readonly start: number; readonly end: number; readonly markdown: string } | null;
  /** The plain editor's gutter was pressed beside a line. For Monaco, see `FullEditorOptions.onGutter`. */
  onLine(line: number): void;
  /** Commands of a line's menu. `stepping`: only while steps are open. */
  readonly actions: readonly {
    readonly title: string;
    readonly stepping: boolean;
    run(line: number): void;
  }[];
}

export interface StepDrawer {
  /** Replaces the current drawing. */
  draw(drawing: StepDrawing): void;
  /** Scrolls a line into view. Cursor and focus stay. */
  reveal(line: number): void;
}
