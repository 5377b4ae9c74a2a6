/** What is carried from one editor to the next, so that nobody notices the change. */
export interface EditorView {
  /** Offsets in UTF-16 units; the caret is at `head`. */
  readonly anchor: number;
  readonly head: number;
  /** Pixels; both editors have the same line height. */
  readonly scrollTop: number;
  readonly focused: boolean;
}
