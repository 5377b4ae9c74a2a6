import { describe, expect, it } from "vitest";
import { duration } from "../../../src/shared/amounts";
import { COMMANDS } from "../../../src/ui/commands/commands";
import { commandOf } from "../../../src/ui/commands/keys";
import { announcement } from "../../../src/ui/run-words";

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe("keyboard shortcuts", () => {
  it("run with Ctrl or Command and Enter, stop with Ctrl or Command and full stop", () => {
    expect(commandOf(press("Enter", { ctrlKey: true }), false)).toBe(COMMANDS.run);
    expect(commandOf(press("Enter", { metaKey: true }), false)).toBe(COMMANDS.run);
    expect(commandOf(press(".", { ctrlKey: true }), false)).toBe(COMMANDS.stop);
    expect(commandOf(press("Enter"), false)).toBeNull();
    expect(commandOf(press("Enter", { ctrlKey: true, shiftKey: true }), false)).toBeNull();
  });

  it("stop a run from within a dialog, but start none there", () => {
    expect(commandOf(press(".", { metaKey: true }), true)).toBe(COMMANDS.stop);
    expect(commandOf(press("Enter", { ctrlKey: true }), true)).toBeNull();
  });

  it("copy a link with S and list all commands with Shift and P, or F1", () => {
    expect(commandOf(press("s", { metaKey: true }), false)).toBe(COMMANDS.share);
    expect(commandOf(press("S", { ctrlKey: true, shiftKey: true }), false)).toBeNull();
    expect(commandOf(press("P", { ctrlKey: true, shiftKey: true }), false)).toBe(COMMANDS.commands);
    expect(commandOf(press("F1"), false)).toBe(COMMANDS.commands);
    expect(commandOf(press("s", { ctrlKey: true }), true)).toBeNull();
  });

  it("cycle through the parts of the page with F6", () => {
    expect(commandOf(press("F6"), false)).toBe(COMMANDS.nextRegion);
    expect(commandOf(press("F6", { shiftKey: true }), false)).toBe(COMMANDS.previousRegion);
  });
});

describe("a run's status", () => {
  it("shows times as people read them", () => {
    expect([0.2, 312, 1240, 125_400].map(duration)).toEqual(["0.2 ms", "312 ms", "1.24 s", "2 min 5 s"]);
  });

  it("tells a screen reader the error", () => {
    const error = { message: 'a.lua:7: Recipient "to" is required.', line: 7, traceback: [] };
    const end = { kind: "failed" as const, error, elapsedMs: 3, memoryBytes: 0 };
    expect(
      announcement({ kind: "ended", script: "a.lua", scriptId: "1", source: "", mode: "mock", end }, 0),
    ).toContain('Recipient "to" is required.');
  });
});
