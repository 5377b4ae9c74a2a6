import { expect } from "@playwright/test";
import { mockRunTests } from "../../tools/engines/page/mock-run-tests";
import { boxCases } from "../support/box-cases";
import { test } from "../support/box-page";
import { browserEscapeCases, nodeEscapeCases } from "../support/escape-cases";
import { replayAttempts } from "../support/hostile-worker/replays";
import { sample, spread } from "../support/sample";
import { workerAttempts } from "../support/worker-attempts";

test.describe("a script in the box", () => {
  for (const { name } of boxCases) test(name, ({ box }) => box.pass(name));

  test("ends with a time-out when its time is up", ({ box }) =>
    box.pass("a script past its time ends with a time-out"));

  for (const { name } of mockRunTests) test(name, ({ box }) => box.pass(name));
});

test.describe("a script that tries to leave the box", () => {
  const tried = [...browserEscapeCases, ...spread(nodeEscapeCases, sample(8))];
  for (const { name } of tried) test(name, ({ box }) => box.pass(`escape: ${name}`));
});

test("hostile JavaScript in the box's worker reaches nothing", async ({ box }) => {
  await box.pass("escape: hostile JavaScript in the worker reaches nothing");
  expect(box.escaped).toEqual([]);
});

test.describe("the page contains a hostile worker, and the next run works, when it", () => {
  for (const { name } of spread(workerAttempts, sample(40)))
    test(name, ({ box }) => box.pass(`worker: ${name}`));
});

test.describe("the page contains a hostile replay worker, and the next replay works, when it", () => {
  for (const { name } of spread(replayAttempts, sample(8)))
    test(name, ({ box }) => box.pass(`replay: ${name}`));
});
