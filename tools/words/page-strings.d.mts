/** A text of the page. */
export interface PageString {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}
export function pageStrings(): PageString[];
