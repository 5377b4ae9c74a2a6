import type { World } from "../world/world";
import { seedWorld } from "./shop/shop";

/** A world to start with. */
export interface ReadyWorld {
  /** Also the world's `origin`. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences: who it is, and what can be tried there. */
  readonly about: string;
  /** The world's initial state. All but the first are in separate files. Rejects if such a file cannot be loaded. */
  load(): Promise<World>;
}

/** The ready-made worlds. Mock mode starts with the first. */
export const readyWorlds: readonly ReadyWorld[] = [
  {
    id: "shop",
    title: "Juniper Lane Tea",
    about:
      "A small shop on an ordinary morning: customers who wrote, customers who did not, and a template of each kind.",
    load: async () => seedWorld(),
  },
  {
    id: "clinic",
    title: "Willow Street Clinic",
    about:
      "Appointments, results and one-time codes: named parameters, four languages, and a new template that Meta is pacing.",
    load: async () => (await import("./clinic/clinic")).clinicWorld(),
  },
  {
    id: "support-desk",
    title: "Brightwire Support",
    about:
      "A support desk in trouble: a token about to expire, paused templates, people who blocked it, a used-up messaging limit, and a network that fails.",
    load: async () => (await import("./support-desk/support-desk")).supportDeskWorld(),
  },
  {
    id: "empty",
    title: "Empty",
    about: "Three new business numbers: no contacts, and one template, hello_world.",
    load: async () => (await import("./empty")).emptyWorld(),
  },
];
