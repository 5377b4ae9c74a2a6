import { nearest } from "../../shared/nearest";

/** ` Did you mean …?` with the name that was probably meant; empty if none is near. */
export function nearMiss(wanted: string, names: readonly string[]): string {
  const near = nearest(wanted, names);
  return near === null ? "" : ` Did you mean ${near}?`;
}
