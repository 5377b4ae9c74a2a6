/** One measured figure and the bound it must keep. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: "×" | "ms" | "tasks" | "kB";
  /** Null for a figure that is shown for comparison only. */
  readonly bound: { readonly kind: "at least" | "at most"; readonly value: number } | null;
  /** The underlying numbers. */
  readonly detail: string;
  /** All that was measured, for `--json`: milliseconds, in turns with the baseline's. */
  readonly samples?: readonly { readonly measured: number; readonly baseline: number }[];
}

/** The middle of a list of numbers; throws on an empty one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 1 ? middle : middle - 1];
  if (upper === undefined || lower === undefined)
    throw new Error("The median of no measurements was asked for.");
  return (lower + upper) / 2;
}

/** True when the figure keeps its bound. */
export function keeps({ value, bound }: Figure): boolean {
  if (bound === null) return true;
  return bound.kind === "at least" ? value >= bound.value : value <= bound.value;
}

/** Milliseconds for people: three figures, no more. */
export function ms(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3)} ms`;
}

/** The figures as an aligned table, one line each. */
export function figureTable(figures: readonly Figure[]): string {
  const shown = (value: number, unit: Figure["unit"]) =>
    unit === "×" ? `${value.toFixed(2)}×` : `${unit === "ms" ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
  const rows = figures.map((figure) => [
    figure.bound === null ? "  " : keeps(figure) ? "ok" : "NO",
    figure.name,
    shown(figure.value, figure.unit),
    figure.bound === null
      ? "for comparison"
      : `${figure.bound.kind} ${shown(figure.bound.value, figure.unit)}`,
    figure.detail,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
