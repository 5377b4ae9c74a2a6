import { defineConfig } from "vitest/config";

/** Generous: a machine that is busy with other work is no reason to fail. */
const patience = process.env.TEST_DEEP === "1" ? 3_600_000 : 180_000;

export default defineConfig({
  test: {
    include: ["tests/unit/**/*.test.ts"],
    setupFiles: ["tests/support/unit-setup.ts"],
    environment: "node",
    // One set of modules for all files of a worker: loading them anew for each file costs as much as half of the tests.
    isolate: false,
    testTimeout: patience,
    hookTimeout: patience,
    reporters: ["default"],
  },
});
