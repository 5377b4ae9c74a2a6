import type { Catalog } from "./catalog";
import { whatsapp } from "./whatsapp";

/** The integrations of this playground. */
export const catalog: Catalog = { integrations: [whatsapp] };
