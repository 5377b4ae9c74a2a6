import type { Sent } from "../../gateway/conclude";
import { REQUEST_TIMEOUT_MS, silentFailure, timedOut } from "../../gateway/lost-connection";
import { mockDoor } from "../../gateway/mock-door";
import type { Catalog } from "../../integrations/catalog";
import { loadParts } from "../../integrations/load-parts";
import type { OpenSimulation, Reply, Simulation, WorldEvents, Worlds } from "../../integrations/simulation";

/** What a mock run reports to the page as it goes. */
export type MockRunEvent =
  | { readonly kind: "row"; readonly row: unknown }
  | { readonly kind: "events"; readonly integration: string; readonly events: readonly unknown[] };

/**
 * Every clock read takes this long, including `os.clock`, so a script that waits by polling the time gets there. Only calls take
 * time otherwise: the speed of this machine must not show in a run.
 */
const CLOCK_READ_MS = 1;

/** The simulators of the integrations that have one, by id. */
export type Simulators = ReadonlyMap<string, OpenSimulation>;

/** Loads every integration's simulator. */
export const loadSimulators = (catalog: Catalog): Promise<Simulators> =>
  loadParts(catalog, ({ simulation }) => simulation?.());

/** The reply as the live door would report it in a browser. */
function sentOf(reply: Reply): Sent {
  if (reply.kind === "response") return reply;
  const reason = reply.how === "timeout" ? timedOut(REQUEST_TIMEOUT_MS) : silentFailure("Failed to fetch");
  return { kind: "failed", reason, sent: "maybe" };
}

export interface MockEngineParts {
  readonly catalog: Catalog;
  readonly simulators: Simulators;
  /** The world that each simulator starts from, sent by the page. */
  readonly worlds: Worlds;
  /** Account names by integration, for those without a simulator. */
  readonly accounts: readonly { readonly integration: string; readonly names: readonly string[] }[];
  emit(event: MockRunEvent): void;
  /** What a person did in the worlds meanwhile (`WorldEvents` as JSON), or `null`. The page knows it already. */
  readPending?(): string | null;
}

/**
 * Door and simulators over worlds sent by the page. Calls return immediately. World events and rows are emitted as they happen.
 * The time taken by clock reads is emitted by the next call or by `finish`. Throws if a world is not of this version.
 */
export function mockEngine({ catalog, simulators, worlds, accounts, emit, readPending }: MockEngineParts) {
  const simulations = new Map<string, Simulation>();
  for (const [id, open] of simulators) simulations.set(id, open(worlds[id]));
  let unreportedMs = 0;
  let computedMs = 0;
  const applyPending = () => {
    for (let text = readPending?.() ?? null; text !== null; text = readPending?.() ?? null) {
      const pending: WorldEvents = JSON.parse(text);
      for (const [id, events] of Object.entries(pending)) simulations.get(id)?.apply(events);
    }
  };
  const report = (integration: string, events: readonly unknown[]) => {
    if (events.length > 0) emit({ kind: "events", integration, events });
  };
  const finish = () => {
    const ms = unreportedMs;
    unreportedMs = 0;
    if (ms === 0) return;
    for (const [id, simulation] of simulations) report(id, simulation.pass(ms));
  };
  /** The latest of the simulators' clocks. */
  const clock = () => {
    let latest = Number.NEGATIVE_INFINITY;
    for (const simulation of simulations.values()) latest = Math.max(latest, simulation.now());
    return simulations.size === 0 ? Date.now() : latest;
  };
  const known = new Map(
    [...simulations].map(([id, { accounts: all }]) => [id, new Map(all.map((one) => [one.name, one]))]),
  );
  const read = () => {
    applyPending();
    unreportedMs += CLOCK_READ_MS;
    computedMs += CLOCK_READ_MS;
  };
  const began = clock();
  const door = mockDoor({
    catalog,
    accounts: {
      names: (id) => [
        ...(known.get(id)?.keys() ?? accounts.find(({ integration }) => integration === id)?.names ?? []),
      ],
      find(id, name) {
        const account = known.get(id)?.get(name);
        return account === undefined ? null : { name, fields: account.fields, complete: true };
      },
    },
    objection: ({ integration: { id, title } }) =>
      simulations.has(id) ? null : `${title} has no simulator. Switch to live to call it.`,
    token: (id, name) => known.get(id)?.get(name)?.token ?? "",
    simulate(id, request) {
      const simulation = simulations.get(id);
      if (simulation === undefined) throw new Error(`${id} has no simulator.`);
      applyPending();
      finish();
      const { reply, events } = simulation.respond(request);
      report(id, events);
      return sentOf(reply);
    },
    elapsedMs: () => clock() + unreportedMs - began,
    log: (row) => emit({ kind: "row", row }),
  });
  return {
    call: (text: string) => JSON.stringify(door(text)),
    now() {
      read();
      return clock() + unreportedMs;
    },
    /** Milliseconds for `os.clock`, which does not count the time in calls. */
    computed() {
      read();
      return computedMs;
    },
    finish,
  };
}
