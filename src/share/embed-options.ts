/**
 * How an embed is shown and run: the query of `embed.html`, which people may write by hand. With several files, `setup` and
 * `highlight` have a part for each, separated by semicolons.
 */
import * as v from "valibot";
import { failure, type Result } from "../shared/result";

export type EmbedTheme = "auto" | "light" | "dark";

export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface EmbedOptions {
  /** `auto`: like the surrounding page if the browser reports it, or else like the system. */
  readonly theme: EmbedTheme;
  /** Whether the first file runs automatically once in view. Always in mock. */
  readonly autoRun: boolean;
  readonly readOnly: boolean;
  readonly title: string | null;
  readonly phoneBeside: boolean;
  /** By file: how many lines at its start run without being shown. */
  readonly setup: readonly number[];
  /** By file: lines to highlight, counted from 1. */
  readonly highlight: readonly (readonly LineRange[])[];
}

/** Of a title, in UTF-16 units. */
export const LONGEST_TITLE = 120;
/** Lines of a file. */
export const MOST_SETUP = 9999;

const LINES = "Expected lines such as 3 or 2-5, separated by commas";
const Range = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,4}(?:-[1-9]\d{0,4})?$/, LINES),
  v.transform((text): LineRange => {
    const [from = 0, to = from] = text.split("-").map(Number);
    return { from, to };
  }),
  v.check(({ from, to }) => from <= to, "Expected the smaller line first, such as 2-5"),
);
/** Lines to highlight in one file, such as `3-5,8`. */
export const Ranges = v.pipe(
  v.string(),
  v.transform((text) => (text === "" ? [] : text.split(",").map((part) => part.trim()))),
  v.array(Range),
);
/** Reads the lines to highlight in one file, such as `3-5,8`. */
export function readHighlight(text: string): Result<readonly LineRange[]> {
  const read = v.safeParse(Ranges, text.trim());
  return read.success ? { ok: true, value: read.output } : failure(read.issues[0].message);
}

/** The query that `readEmbedOptions` reads as these options, `?` included; empty if all are as they are anyway. */
export function embedQuery(options: EmbedOptions): string {
  const { theme, autoRun, readOnly, title, phoneBeside, setup, highlight } = options;
  const rangeText = ({ from, to }: LineRange) => (from === to ? `${from}` : `${from}-${to}`);
  const given: Record<string, string | false> = {
    theme: theme !== "auto" && theme,
    run: autoRun && "auto",
    edit: readOnly && "no",
    phone: phoneBeside && "beside",
    title: title ?? false,
    setup: setup.some((count) => count > 0) && setup.join(";"),
    highlight:
      highlight.some((ranges) => ranges.length > 0) &&
      highlight.map((ranges) => ranges.map(rangeText).join(",")).join(";"),
  };
  const parts = Object.entries(given).flatMap(([name, value]) =>
    // As people write them: neither comma nor semicolon needs an escape in a query.
    value === false ? [] : [`${name}=${encodeURIComponent(value).replace(/%2C/g, ",").replace(/%3B/g, ";")}`],
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** What is wrong with options for these files, or `null`: lines that are not there. */
export function misfit(
  { setup, highlight }: Pick<EmbedOptions, "setup" | "highlight">,
  files: readonly { readonly name: string; readonly source: string }[],
): string | null {
  if (setup.length > files.length || highlight.length > files.length) {
    const which = setup.length > files.length ? "setup" : "highlight";
    return `The embed's option “${which}” lists more files than the embed has (${files.length}).`;
  }
  for (const [index, { name, source }] of files.entries()) {
    const lines = source.trimEnd().split("\n").length;
    const hidden = setup[index] ?? 0;
    if (hidden > 0 && hidden >= lines) {
      return `The embed's option “setup”: ${name} has ${lines} lines, so at most ${lines - 1} can be hidden. Got ${hidden}.`;
    }
    const past = highlight[index]?.find(({ to }) => to > lines);
    if (past !== undefined) {
      return `The embed's option “highlight”: ${name} ends at line ${lines}. Got line ${past.to}.`;
    }
  }
  return null;
}
