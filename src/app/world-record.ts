/** The simulated world as it lies in the store. */

/** A world with the name of the save that wrote it; `revision` null: from before saves had names, or nothing was stored. */
export interface WorldRecord {
  readonly revision: string | null;
  /** A ready world in which nothing has happened yet. */
  readonly pristine: boolean;
  /** To be parsed. */
  readonly world: unknown;
}

/** Reads a stored record; a bare document is one that an older version of the page stored. */
export function readRecord(stored: unknown): WorldRecord {
  if (typeof stored !== "object" || stored === null || !("world" in stored)) {
    return { revision: null, pristine: false, world: stored };
  }
  const revision = "revision" in stored && typeof stored.revision === "string" ? stored.revision : null;
  return { revision, pristine: "pristine" in stored && stored.pristine === true, world: stored.world };
}
