/** The command was called in a way it cannot follow; the message says which part, and the exit code is 2. */
export class UsageError extends Error {}

/** What went wrong, as text. */
export function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
