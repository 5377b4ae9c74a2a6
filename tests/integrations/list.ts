import type { Catalog } from "../../src/integrations/catalog";
import { whatsapp } from "../../src/integrations/whatsapp";
import { parcels } from "./parcels";

/** The list with a second integration, and a third without a simulator: what `PLAYGROUND_INTEGRATIONS` puts in its place. */
export const catalog: Catalog = {
  integrations: [
    whatsapp,
    parcels,
    { ...parcels, id: "postcards", title: "Postcards", load: {}, mockAccounts: [] },
  ],
};
