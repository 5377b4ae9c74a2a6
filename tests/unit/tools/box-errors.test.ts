import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { errorGroups } from "../../../src/integrations/whatsapp/errors";
import { withoutRemedies } from "../../../tools/integrations.mjs";
import { bundleText } from "../../../tools/vite/bundle-text";

test("the box's worker has Meta's words for each error, and none of ours", async () => {
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
}, 60_000);

test("a cause that is not one string stops the build", () => {
  expect(() => withoutRemedies("  cause:\n    one + two,\n", "errors.ts")).toThrow("not one string");
});
