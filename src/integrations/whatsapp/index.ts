import type { Integration } from "../catalog";
import type { LoadWorld } from "../world-simulator";
import { whatsappFields } from "./account-fields";
import { read, refusal } from "./answers";
import { authorization } from "./authorization";
import { getCurrentUser } from "./functions/get-current-user";
import { getMessage } from "./functions/get-message";
import { listContacts } from "./functions/list-contacts";
import { listTemplates } from "./functions/list-templates";
import { NOT_CONFIGURED } from "./functions/requests";
import { sendMessage } from "./functions/send-message";
import { sendTemplate } from "./functions/send-template";
import type { World, WorldEvent } from "./simulator/page";
import { views } from "./views";

/** Loads the part of the simulator that keeps the world. */
export const loadWorld: LoadWorld<World, WorldEvent> = async () =>
  (await import("./simulator/page")).worldSimulator;

/** WhatsApp Business through Meta's Cloud API, with the agent host's function names. */
export const whatsapp = {
  id: "whatsapp",
  title: "WhatsApp Business",
  category: "communication",
  authorization,
  summary: "Send text and template messages on WhatsApp, and look up templates, contacts and messages.",
  functions: [sendMessage, getMessage, listTemplates, listContacts, sendTemplate, getCurrentUser],
  accountFields: whatsappFields,
  mockAccounts: ["default", "support", "sales"],
  messages: {
    notConfigured: NOT_CONFIGURED,
    connectionFailed: (reason) => `Failed to connect to WhatsApp API: ${reason}`,
  },
  load: {
    guides: async () => (await import("./guides")).guides,
    world: loadWorld,
    views,
    editor: async () => (await import("./editor")).editorHelp,
    explainer: async () => (await import("./explainer")).explainer,
    simulation: async () => (await import("./simulator/simulation")).openSimulation,
  },
  read,
  refusal,
} satisfies Integration;
