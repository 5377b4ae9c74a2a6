/** The command was called in a way it cannot follow; the message says which part, and the exit code is 2. */
export class UsageError extends Error {}
