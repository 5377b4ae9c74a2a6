/** One function or value that the sandbox offers (`docs/runtime.md`). */
export interface StandardEntry {
  /** `print`, `string.rep`, `math.pi`. */
  readonly name: string;
  /** `(s, n [, sep])`; null for a value that is no function. */
  readonly parameters: string | null;
  /** What it gives, in the notation of hover: `string`, `number | nil`; empty for nothing. */
  readonly returns: string;
  /** One sentence of Markdown. */
  readonly summary: string;
}

type Row = readonly [name: string, parameters: string | null, returns: string, summary: string];

/** Entries of one library, `prefix` put in front of their names. */
export function entries(prefix: string, rows: readonly Row[]): StandardEntry[] {
  return rows.map(([name, parameters, returns, summary]) => ({
    name: prefix === "" ? name : `${prefix}.${name}`,
    parameters,
    returns,
    summary,
  }));
}
