import type { Range } from "../parse/ast";
import { spend } from "../work";
import type { Edit } from "../write/into-table";

/** One way to fix a mark. */
export interface Fix {
  /** `Change to print`; begins with a verb. */
  readonly title: string;
  /** Offsets in UTF-16 units of the text as it was checked; they do not overlap. */
  readonly edits: readonly Edit[];
}

/** A kind of mark. An error ends the script or the call, a warning is certainly not what was meant, a hint is about style. */
export interface Rule {
  readonly code: string;
  readonly severity: "error" | "warning" | "hint";
  /** The docs page to read on, by name. */
  readonly page: string;
  /** `unnecessary`: the text is shown faded. */
  readonly tags?: "unnecessary";
}

/** A mark in a script. Its code is a rule's, or one of the integration whose arguments were checked. */
export interface Diagnostic extends Range, Rule {
  /** Plain words: what is wrong and, if known, what to do. */
  readonly message: string;
  /** The first is the preferred one. */
  readonly fixes: readonly Fix[];
  /** It came along with pasted text: the editor draws it, and the last fix cleans the whole script. */
  readonly isForeign?: true;
}

/** Marks a range. `page` replaces the rule's own. */
export function mark(
  { page: general, ...rule }: Rule,
  { start, end }: Range,
  message: string,
  { fixes = [], page }: { readonly fixes?: readonly Fix[]; readonly page?: string | undefined } = {},
): Diagnostic {
  spend(10);
  return { start, end, ...rule, message, fixes, page: page ?? general };
}

const ANALYSIS_STOPPED: Rule = { code: "analysis-stopped", severity: "hint", page: "language" };

/** Says in the first line that not everything was checked. */
export function stoppedMark(source: string): Diagnostic {
  const end = /^[^\r\n]*/.exec(source)?.[0].length ?? 0;
  const message = "This script is too long to check fully as you type. It can still run.";
  const { page, ...rule } = ANALYSIS_STOPPED;
  return { start: 0, end, ...rule, message, fixes: [], page };
}

/** The fix that puts a text in place of a range. */
export function replacing(title: string, { start, end }: Range, text: string): Fix {
  return { title, edits: [{ start, end, text }] };
}

/** The fix that puts another name in place of a range. */
export function rename(range: Range, name: string): Fix {
  return replacing(`Change to ${name}`, range, name);
}

/** ` Did you mean …?`, or nothing. */
export function didYouMean(name: string | null): string {
  return name === null ? "" : ` Did you mean \`${name}\`?`;
}
