import type { Catalog } from "../../integrations/catalog";
import type { Worlds } from "../../integrations/simulation";
import { parseJson } from "../../shared/json";
import { mockEngine, type Simulators } from "./mock-engine";

/**
 * Calls every function once in worlds that are thrown away. JavaScript engines compile a function when it is first called,
 * so a run's first calls would cost several times as much as later ones. Yields after each call.
 */
export function* warmUpCalls(catalog: Catalog, simulators: Simulators, worlds: Worlds): Generator<void> {
  const engine = mockEngine({ catalog, simulators, worlds, accounts: [], emit() {} });
  for (const { id, functions } of catalog.integrations)
    for (const { name, parameters } of functions) {
      // Examples are Lua literals. Those that are not also JSON go out as text.
      const args = Object.fromEntries(
        parameters
          .filter(({ required }) => required)
          .map(({ name, example }) => [name, parseJson(example) ?? example]),
      );
      engine.call(JSON.stringify({ path: ["integrations", id, name], args: [args], line: 1 }));
      yield;
    }
}
