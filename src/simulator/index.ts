export { type MockAccount, mockAccounts, withAccounts } from "./accounts";
export { receive } from "./receive";
export { respond } from "./respond";
export { seedWorld } from "./seed/shop";
export { summarize } from "./summary";
export { apply } from "./world/apply";
export { parseEvents, type WorldEvent } from "./world/event";
export { parseWorld } from "./world/parse";
export type { World } from "./world/world";
