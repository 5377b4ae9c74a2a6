import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { catalog } from "../../../src/integrations";
import { errorGroups } from "../../../src/integrations/whatsapp/errors";
import { bundleText } from "../../../tools/vite/bundle-text";

test("the box's worker has the functions and Meta's words for each error, and no texts of ours about them", async () => {
  const worker = await bundleText(
    fileURLToPath(new URL("../../../src/sandbox/worker/worker.ts", import.meta.url)),
    [],
  );
  for (const { title, cause, remedy } of errorGroups.flatMap(({ rows }) => rows)) {
    expect(worker).toContain(title);
    expect(worker).not.toContain(cause);
    expect(worker).not.toContain(remedy);
  }
  expect(worker).not.toContain("In Meta's words");
  for (const { name, summary, notes, parameters } of catalog.integrations.flatMap(
    ({ functions }) => functions,
  )) {
    expect(worker).toContain(name);
    for (const text of [summary, ...notes, ...parameters.map(({ description }) => description)])
      expect(worker).not.toContain(text);
    for (const { missing } of parameters) if (missing !== undefined) expect(worker).toContain(missing);
  }
}, 60_000);
