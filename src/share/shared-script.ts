import type { World } from "../integrations/whatsapp/simulator/world/world";

/** What a link carries, and all it can carry. */
export interface SharedScript {
  /** File name, `.lua` at the end. */
  readonly name: string;
  readonly source: string;
  /** The simulated world it was written for; null: any fresh one. */
  readonly world: World | null;
}
