import { expect, test } from "vitest";
import { catalog } from "../../../src/integrations";
import { seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { loadSimulators, type Simulators } from "../../../src/sandbox/worker/mock-engine";
import { warmUpCalls } from "../../../src/sandbox/worker/warm-up-calls";

test("warming up calls every function in the simulator", async () => {
  const urls: string[] = [];
  const watched: Simulators = new Map(
    [...(await loadSimulators(catalog))].map(([id, open]) => [
      id,
      (world) => {
        const simulation = open(world);
        return {
          ...simulation,
          respond(request) {
            urls.push(request.url);
            return simulation.respond(request);
          },
        };
      },
    ]),
  );
  for (const _ of warmUpCalls(catalog, watched, { whatsapp: seedWorld() }));
  expect(urls.length).toBeGreaterThanOrEqual(
    catalog.integrations.flatMap(({ functions }) => functions).length,
  );
});
