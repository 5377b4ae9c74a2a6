/**
 * The simulator for code that shows or stores a world. Answering calls takes more code (error texts, filled-in templates) and is
 * in `index.ts`. Reading phone numbers takes a large table and is in `phone-number.ts`. Nothing else is imported from outside.
 */
export { withAccounts } from "./accounts";
export { afterChange } from "./messages/arrival";
export { randomFor } from "./random";
export { pressButton, receive } from "./receive";
export { AccountSchema, type WorldAccount } from "./world/account";
export { apply } from "./world/apply";
export { countOf, toChunks } from "./world/chunks";
export {
  type Contact,
  ContactSchema,
  conversationWith,
  strangerContact,
  windowIsOpen,
  windowLength,
  withConversation,
} from "./world/contact";
export { parseEvents, type WorldEvent } from "./world/event";
export { type Fault, FaultSchema, faultSchema, operations } from "./world/fault";
export { contactIndex, messageIndex } from "./world/lookup";
export type { Inbound, Message, Outbound, Rendered } from "./world/message";
export { type StatusStep, stepsOf } from "./world/message";
export { parseWorld } from "./world/parse";
export { WaId } from "./world/schema-parts";
export type { Pacing } from "./world/template";
export {
  type Template,
  type TemplateButton,
  TemplateCategorySchema,
  type TemplateComponent,
  TemplateStatusSchema,
} from "./world/template";
export {
  callCount,
  isUnverified,
  isWorld,
  summarize,
  usualLatency,
  type World,
  WorldSchema,
  worldVersion,
} from "./world/world";
export { type TemplateInfo, type WorldData, worldData } from "./world-data";
export { worldSimulator } from "./world-simulator";
export { type ReadyWorld, readyWorlds } from "./worlds";
export { peopleOf } from "./worlds/parts/blank-world";
export { templatesOf } from "./worlds/parts/template-draft";
export { seedWorld } from "./worlds/shop/shop";
