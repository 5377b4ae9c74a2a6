import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isFaultless, runKills } from "../../../../../tools/kills/kills";

it("a server killed under load loses nothing that it acknowledged", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kills-"));
  try {
    const report = await runKills(5, folder, () => {});
    expect(isFaultless(report), JSON.stringify(report)).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);
