/**
 * The page's side of the simulator: it keeps the world, but answers no call. Apart from `index.ts`, so that the page
 * does not load what only an answer needs (phone number metadata, templates filled in, error texts).
 */
export { withAccounts } from "./accounts";
export { pressButton, receive } from "./receive";
export { summarize } from "./summary";
export { apply } from "./world/apply";
export { parseEvents, type WorldEvent } from "./world/event";
export { parseWorld } from "./world/parse";
export { isWorld, type World } from "./world/world";
export { worldData } from "./world-data";
export { seedWorld } from "./worlds/shop/shop";
