import { byNearness, editDistance } from "../../text/nearest";

export type DiagnosticCode =
  | "syntax"
  | "removed-global"
  | "undefined-global"
  | "bridge-global"
  | "unused-local"
  | "unknown-function"
  | "unknown-account"
  | "missing-field"
  | "unknown-field"
  | "wrong-type"
  | "too-long"
  | "unknown-result-field";

export interface Diagnostic {
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly severity: "error" | "warning" | "hint";
  readonly code: DiagnosticCode;
  /** Plain words: what is wrong and, where it is known, what to do. */
  readonly message: string;
  /** A name to put in place of the range. */
  readonly replacement?: string;
}

/** The name that was probably meant; null when none is near. */
export function nearest(wanted: string, names: readonly string[]): string | null {
  const [first] = byNearness(wanted, names);
  if (first === undefined) return null;
  const allowed = Math.max(1, Math.floor(Math.min(wanted.length, first.length) / 3));
  return editDistance(wanted.toLowerCase().slice(0, 64), first.toLowerCase()) <= allowed ? first : null;
}

/** ` Did you mean …?`, or nothing. */
export function didYouMean(name: string | null): string {
  return name === null ? "" : ` Did you mean \`${name}\`?`;
}
