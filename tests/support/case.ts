/**
 * Cases for the box as data, so that one list runs in every engine: a script and what must come of it. Scripts report
 * what they see; `ESCAPED` in the output is a failure whatever else happened.
 */
export interface BoxCase {
  readonly name: string;
  readonly lua: string;
  readonly expect: Expectation;
  /** Press Stop once the first line is shown, unless the script has ended by then. */
  readonly stop?: true;
}

export type Expectation =
  /** Ran to its end and printed `held` last. */
  | { readonly kind: "held" }
  /** Printed exactly this. */
  | { readonly kind: "printed"; readonly text: string }
  /** Ended with an error that matches this pattern. */
  | { readonly kind: "error"; readonly pattern: string }
  /** Was ended by Stop. */
  | { readonly kind: "stopped" }
  /** Finished or failed, as a script may. */
  | { readonly kind: "ends" }
  /** However it ends, the page is unharmed and the next run works. */
  | { readonly kind: "contained" };

/** What came of a script. */
export interface Outcome {
  /** Printed lines joined by line breaks. */
  readonly printed: string;
  readonly end: "finished" | "failed" | "stopped";
  /** The error's text when it failed. */
  readonly error: string | null;
}

/** Null when the outcome is what the case expects, else a sentence that says what is wrong. */
export function judge(expect: Expectation, outcome: Outcome): string | null {
  const got = `It ${outcome.end}${outcome.error === null ? "" : ` (${outcome.error})`} and printed ${excerpt(outcome.printed)}.`;
  if (/^ESCAPED/m.test(outcome.printed)) return `The script reached something it must not. ${got}`;
  switch (expect.kind) {
    case "held":
      return outcome.end === "finished" && /(^|\n)held$/.test(outcome.printed)
        ? null
        : `It must hold. ${got}`;
    case "printed":
      return outcome.end === "finished" && outcome.printed === expect.text
        ? null
        : `It must print ${JSON.stringify(expect.text)}. ${got}`;
    case "error":
      return outcome.end === "failed" && new RegExp(expect.pattern).test(outcome.error ?? "")
        ? null
        : `It must fail with /${expect.pattern}/. ${got}`;
    case "stopped":
      return outcome.end === "stopped" ? null : `Stop must end it. ${got}`;
    case "ends":
      return outcome.end === "stopped" || /VM broke down/.test(outcome.error ?? "")
        ? `It must finish or fail by itself. ${got}`
        : null;
    case "contained":
      return null;
  }
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 400 ? `${text.slice(0, 200)}…${text.slice(-200)}` : text);
}
