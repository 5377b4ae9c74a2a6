import type { WorldState } from "../integrations/world-simulator";

/** What a link carries, and all it can carry. */
export interface SharedScript {
  /** File name, `.lua` at the end. */
  readonly name: string;
  readonly source: string;
  /** The main simulated world (`loadMainWorld`) it was written for; `null`: any fresh one. */
  readonly world: WorldState | null;
}
