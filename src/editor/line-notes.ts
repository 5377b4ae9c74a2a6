/** Short notes at the ends of lines, such as the outcome of the calls there. Loaded with the first one. */

export interface LineNote {
  readonly text: string;
  /** For a line that leaves too little room for `text`. */
  readonly short: string;
  readonly tone: "plain" | "bad" | "warn";
}

/** Columns between a line and its note. */
const GAP = 4;

/** Indents a note from its line. Returns the full text if it fits in `room` columns, otherwise the short form. */
export function fittingNote({ text, short }: LineNote, room: number): string {
  const chosen = text.length < room ? text : short;
  return " ".repeat(Math.min(GAP, Math.max(1, room - chosen.length))) + chosen;
}

export interface NoteDrawer {
  /** Replaces the notes, by 1-based line. `stale`: they are about an earlier text. */
  draw(notes: ReadonlyMap<number, LineNote>, stale: boolean): void;
}
