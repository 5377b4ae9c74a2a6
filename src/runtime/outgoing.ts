/** Something held back for a moment so that it goes out together. A script that computes on must not keep it back for good. */
export interface Outgoing {
  readonly pending: boolean;
  /** Whether it has waited long enough. */
  due(): boolean;
  flush(): void;
}

/** Several as one: due when one of those pending is. */
export function together(parts: readonly Outgoing[]): Outgoing {
  return {
    get pending() {
      return parts.some(({ pending }) => pending);
    },
    due: () => parts.some((part) => part.pending && part.due()),
    flush() {
      for (const part of parts) part.flush();
    },
  };
}
