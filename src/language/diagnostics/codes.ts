export type Severity = "error" | "warning" | "hint";

export interface CodeEntry {
  readonly severity: Severity;
  /** The docs page to read on; marks that know of a function name its page instead. */
  readonly page: string;
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
  "unused-local": { severity: "hint", page: "language", tags: "unnecessary" },
  "shadowed-local": { severity: "hint", page: "language" },
  "unreachable-code": { severity: "hint", page: "language", tags: "unnecessary" },

  "unknown-function": { severity: "error", page: "overview" },
  "unknown-account": { severity: "warning", page: "accounts" },
  "call-shape": { severity: "error", page: "language" },
  "missing-field": { severity: "error", page: "overview" },
  "unknown-field": { severity: "warning", page: "overview" },
  "extra-argument": { severity: "warning", page: "overview" },
  "wrong-type": { severity: "error", page: "overview" },
  "too-long": { severity: "error", page: "overview" },
  "out-of-range": { severity: "warning", page: "overview" },

  "unknown-result-field": { severity: "warning", page: "overview" },
  "index-zero": { severity: "warning", page: "language" },
  "missing-iterator": { severity: "error", page: "language" },
  "not-a-list": { severity: "warning", page: "language" },

  "unprotected-write": { severity: "hint", page: "errors" },
  "unused-result": { severity: "hint", page: "overview" },
  "single-page": { severity: "hint", page: "limits" },
  "token-in-script": { severity: "warning", page: "accounts" },
} as const satisfies Record<string, CodeEntry>;

export type DiagnosticCode = keyof typeof CODES;
