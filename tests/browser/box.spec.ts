import { expect } from "@playwright/test";
import { mockRunTests } from "../../tools/engines/page/mock-run-tests";
import { boxCases } from "../support/box-cases";
import { test } from "../support/box-page";
import { escapeCases } from "../support/escape-cases";

test.describe("a script in the box", () => {
  for (const { name } of boxCases) test(name, ({ box }) => box.pass(name));

  test("ends with a time-out when its time is up", ({ box }) =>
    box.pass("a script past its time ends with a time-out"));

  for (const { name } of mockRunTests) test(name, ({ box }) => box.pass(name));
});

test.describe("a script that tries to leave the box", () => {
  for (const { name } of escapeCases) test(name, ({ box }) => box.pass(`escape: ${name}`));
});

test("hostile JavaScript in the box's worker reaches nothing", async ({ box }) => {
  await box.pass("escape: hostile JavaScript in the worker reaches nothing");
  expect(box.escaped).toEqual([]);
});
