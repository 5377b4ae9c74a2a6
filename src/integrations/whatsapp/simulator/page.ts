/**
 * The simulator for those who show or keep a world. Answering calls takes more (error texts, templates filled in) and is in
 * `index.ts`; reading phone numbers takes a large table and is in `phone-number.ts`. Nothing else is imported from outside.
 */
export { withAccounts } from "./accounts";
export { afterChange } from "./messages/arrival";
export { type StatusStep, stepsOf } from "./messages/status";
export { fillIn, variablesOf } from "./messages/variables";
export { windowIsOpen, windowLength } from "./messages/window";
export { randomFor } from "./random";
export { pressButton, receive } from "./receive";
export { summarize } from "./summary";
export { AccountSchema, type WorldAccount } from "./world/account";
export { apply } from "./world/apply";
export { countOf, toChunks } from "./world/chunks";
export {
  type Contact,
  ContactSchema,
  conversationWith,
  strangerContact,
  withConversation,
} from "./world/contact";
export { parseEvents, type WorldEvent } from "./world/event";
export { type Fault, FaultSchema, faultSchema } from "./world/fault";
export { contactIndex, messageIndex } from "./world/lookup";
export type { Inbound, Message, Outbound, Rendered } from "./world/message";
export { operations } from "./world/operations";
export type { Pacing } from "./world/pacing";
export { parseWorld } from "./world/parse";
export { WaId } from "./world/schema-parts";
export {
  componentOf,
  type Template,
  type TemplateButton,
  TemplateCategorySchema,
  type TemplateComponent,
  TemplateStatusSchema,
} from "./world/template";
export { callCount, isWorld, usualLatency, type World, WorldSchema, worldVersion } from "./world/world";
export { worldData } from "./world-data";
export { worldSimulator } from "./world-simulator";
export { type ReadyWorld, readyWorlds } from "./worlds";
export { peopleOf } from "./worlds/parts/people";
export { templatesOf } from "./worlds/parts/template-draft";
export { seedWorld } from "./worlds/shop/shop";
