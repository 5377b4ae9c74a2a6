/** Short notes at the ends of lines, such as what became of the calls there. Loaded with the first one. */

export interface LineNote {
  readonly text: string;
  readonly tone: "plain" | "bad" | "warn";
}

export interface NoteDrawer {
  /** Replaces the notes, by 1-based line. `stale`: they are about an earlier text. */
  draw(notes: ReadonlyMap<number, LineNote>, stale: boolean): void;
}
