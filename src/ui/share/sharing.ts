import type { WorldState } from "../../integrations/world-simulator";
import type { SharedScript } from "../../share/shared-script";

/** What a link asks the person. */
export type Sharing =
  /** The clipboard was refused: here it is to be copied by hand. */
  | { readonly kind: "link"; readonly url: string }
  /** `length`: characters the link would have. */
  | { readonly kind: "too long"; readonly length: number; readonly shared: SharedScript }
  /** A link was opened that holds a simulated world; its script is open already. */
  | { readonly kind: "world"; readonly script: string; readonly world: WorldState };
