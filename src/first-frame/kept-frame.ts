/** What the next visit shows before it has read the scripts: the script that was open last, in its colours. */
import * as LOCAL_KEYS from "../app/local-keys";
import type { PaintedLine } from "../language/painted-line";

export interface KeptFrame {
  readonly text: string;
  /** Of as many lines as a screen is high. */
  readonly lines: readonly PaintedLine[];
}

/** Reads the kept frame from localStorage. Returns `null` if it is missing or invalid. */
export function readKeptFrame(storage: Pick<Storage, "getItem">): KeptFrame | null {
  const kept: unknown = JSON.parse(storage.getItem(LOCAL_KEYS.firstFrame) ?? "null");
  return isKeptFrame(kept) ? kept : null;
}

/** By hand: this is part of index.html, which a schema library would make several times as large. */
function isKeptFrame(value: unknown): value is KeptFrame {
  if (typeof value !== "object" || value === null || !("text" in value) || !("lines" in value)) return false;
  const { text, lines } = value;
  const isPiece = (piece: unknown) =>
    Array.isArray(piece) && piece.length === 2 && piece.every((part) => typeof part === "string");
  return (
    typeof text === "string" &&
    Array.isArray(lines) &&
    lines.every((line) => Array.isArray(line) && line.every(isPiece))
  );
}
