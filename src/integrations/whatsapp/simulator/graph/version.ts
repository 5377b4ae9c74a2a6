/** Graph versions with the day each ends (`docs/cloud-api.md`, Versions). */
const ends: readonly { readonly version: number; readonly until: number }[] = [
  { version: 19, until: Date.UTC(2026, 4, 21) },
  { version: 20, until: Date.UTC(2026, 8, 24) },
  { version: 21, until: Date.UTC(2027, 0, 21) },
  { version: 22, until: Date.UTC(2027, 4, 20) },
  { version: 23, until: Date.UTC(2027, 9, 8) },
  { version: 24, until: Date.UTC(2028, 1, 18) },
  { version: 25, until: Date.UTC(2028, 6, 29) },
  { version: 26, until: Number.POSITIVE_INFINITY },
];

/** The newest version, which also serves requests that name none (chosen: Meta uses the app's own default). */
export const newestVersion = 26;

/**
 * The version that serves a request: an ended one is served by the oldest that lives.
 * `segment` is the path's `v23.0`; null when the path names none. Gives null for a version that never was.
 */
export function servingVersion(segment: string | null, now: number): number | null {
  if (segment === null) return newestVersion;
  const major = /^v(\d{1,3})\.(\d)$/.exec(segment)?.[1];
  if (major === undefined || Number(major) < 1 || Number(major) > newestVersion) return null;
  const oldestLiving = ends.find((one) => one.until > now)?.version ?? newestVersion;
  return Math.max(Number(major), oldestLiving);
}
