import { expect, test } from "vitest";
import { KeptRows } from "../../../src/app/kept-rows";
import type { CallRow } from "../../../src/gateway/call-row";

const row = (id: number, error: string | null = null): CallRow => ({
  ...{ id, path: "app.x", group: null, name: null, icon: null, kind: null, account: null, line: 1, args: [] },
  ...{ startedMs: 0, durationMs: 0, status: "ok", error, request: null, response: null },
});

test("the latest calls of a run are kept, and earlier ones counted", () => {
  const kept = new KeptRows();
  for (let id = 1; id <= 25_000; id++) kept.add(row(id));
  expect(kept.list().length).toBeGreaterThanOrEqual(5_000);
  expect(kept.list().at(-1)?.id).toBe(25_000);
  expect(kept.list()[0]?.id).toBe(kept.dropped + 1);
});

test("a script that endlessly makes calls of half a megabyte does not fill the page's memory", () => {
  const kept = new KeptRows();
  const long = "x".repeat(512 * 1024);
  for (let id = 1; id <= 300; id++) kept.add(row(id, long));
  expect(kept.list().length).toBeLessThan(150);
  expect(kept.list()[0]?.id).toBe(kept.dropped + 1);
});
