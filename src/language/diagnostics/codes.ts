export type Severity = "error" | "warning" | "hint";

export interface CodeEntry {
  readonly severity: Severity;
  /** The docs page to read on. */
  readonly page: string | null;
  /** `unnecessary`: the text is shown faded. */
  readonly tags?: "unnecessary";
}

/**
 * What the editor itself marks. Errors surely end the script or the call; warnings surely are not what was meant; hints
 * are habits.
 */
export const CODES = {
  syntax: { severity: "error", page: "language" },

  "removed-global": { severity: "warning", page: "language" },
  "undefined-global": { severity: "warning", page: "language" },
  "bridge-global": { severity: "error", page: "language" },
  "global-assignment": { severity: "hint", page: "language" },
  "unused-local": { severity: "hint", page: null, tags: "unnecessary" },
  "shadowed-local": { severity: "hint", page: null },
  "unreachable-code": { severity: "hint", page: null, tags: "unnecessary" },

  "unknown-function": { severity: "error", page: "overview" },
  "unknown-account": { severity: "warning", page: "accounts" },
  "call-shape": { severity: "error", page: "language" },
  "missing-field": { severity: "error", page: null },
  "unknown-field": { severity: "warning", page: null },
  "extra-argument": { severity: "warning", page: null },
  "wrong-type": { severity: "error", page: null },
  "too-long": { severity: "error", page: null },
  "out-of-range": { severity: "warning", page: null },

  "unknown-result-field": { severity: "warning", page: null },
  "index-zero": { severity: "warning", page: "language" },
  "missing-iterator": { severity: "error", page: "language" },
  "not-a-list": { severity: "warning", page: "language" },

  "unprotected-write": { severity: "hint", page: "errors" },
  "unused-result": { severity: "hint", page: null },
  "single-page": { severity: "hint", page: "limits" },
  "token-in-script": { severity: "warning", page: "accounts" },
} as const satisfies Record<string, CodeEntry>;

export type DiagnosticCode = keyof typeof CODES;
