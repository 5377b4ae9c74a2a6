/** The simulator for code that answers calls with it: the terminal and the HTTP server. */
export type { Reply } from "../../simulation";
export { mockAccounts } from "./accounts";
export { failureResponse } from "./graph/answer";
export { isUserId, userIdOf } from "./messages/send-to-user";
export { inboundBody, unixSeconds, webhookError } from "./nodes/message";
export { pressButton, receive } from "./receive";
export { respond } from "./respond";
export { allRoutes } from "./routes";
export { apply } from "./world/apply";
export { parseEvents, type WorldEvent } from "./world/event";
export { parseWorld } from "./world/parse";
export type { World } from "./world/world";
export { summarize } from "./world/world";
export { worldData } from "./world-data";
export { seedWorld } from "./worlds/shop/shop";
