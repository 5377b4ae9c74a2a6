import type { Range } from "../parse/ast";
import { CODES, type CodeEntry, type DiagnosticCode, type Severity } from "./codes";

/** One way to mend what is marked. */
export interface Fix {
  /** `Change to print`; begins with a verb. */
  readonly title: string;
  /** Offsets in UTF-16 units of the text as it was checked; they do not overlap. */
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export interface Diagnostic extends Range {
  readonly severity: Severity;
  /** One of `CODES`, or of the integration whose arguments were checked. */
  readonly code: string;
  /** Plain words: what is wrong and, where it is known, what to do. */
  readonly message: string;
  /** The first is the preferred one. */
  readonly fixes: readonly Fix[];
  /** The docs page to read on, by name; null when none says more. */
  readonly page: string | null;
  readonly tags?: "unnecessary";
}

/** A diagnostic of one of the editor's own codes. `page` in place of the code's own. */
export function mark(
  code: DiagnosticCode,
  { start, end }: Range,
  message: string,
  { fixes = [], page }: { readonly fixes?: readonly Fix[]; readonly page?: string } = {},
): Diagnostic {
  const entry: CodeEntry = CODES[code];
  const tags = entry.tags === undefined ? {} : { tags: entry.tags };
  return { start, end, severity: entry.severity, code, message, fixes, page: page ?? entry.page, ...tags };
}

/** The fix that puts another name in place of a range. */
export function rename({ start, end }: Range, name: string): Fix {
  return { title: `Change to ${name}`, edits: [{ start, end, text: name }] };
}

/** ` Did you mean …?`, or nothing. */
export function didYouMean(name: string | null): string {
  return name === null ? "" : ` Did you mean \`${name}\`?`;
}

/** What to say behind Lua's own words about a syntax error, and how to fix it. */
export interface SyntaxHelp {
  readonly words: string;
  readonly fixes: readonly Fix[];
}
