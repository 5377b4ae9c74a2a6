import { describe, expect, it } from "vitest";
import type { CallRow } from "../../../src/gateway/call-row";
import { bytes, duration } from "../../../src/shared/amounts";
import { counted } from "../../../src/shared/counted";
import { parseJson } from "../../../src/shared/json";
import { callsSummary } from "../../../src/ui/panes/calls/calls-pane";
import { announcement } from "../../../src/ui/run-words";

const call: CallRow = {
  id: 1,
  path: "app.integrations.whatsapp.list_contacts",
  group: "whatsapp",
  name: "list_contacts",
  icon: null,
  kind: "read",
  account: "default",
  line: 1,
  args: [],
  startedMs: 0,
  durationMs: 1,
  status: "ok",
  error: null,
  request: { method: "GET", url: "https://graph.facebook.com/v26.0/1/contacts", headers: {}, body: null },
  response: null,
};

describe("The line above the calls", () => {
  it("counts calls, failures and requests", () => {
    const refused: CallRow = { ...call, status: "error", request: null };
    expect(callsSummary([call, refused])).toBe("2 calls, 1 failed, 1 request");
  });

  it("names calls with an unknown outcome", () => {
    expect(callsSummary([{ ...call, status: "unknown" }])).toBe(
      "1 call, 0 failed, 1 with unknown outcome, 1 request",
    );
  });
});

describe("A run's announcement to screen readers", () => {
  it("says how it ended and how much was printed, never the lines", () => {
    const end = { kind: "finished", result: [], elapsedMs: 1200, memoryBytes: 1 } as const;
    expect(
      announcement(
        { kind: "ended", script: "a.lua", scriptId: "1", source: "", mode: "mock", end },
        1_000_000,
      ),
    ).toBe("a.lua finished in 1.20 s, 1,000,000 entries printed.");
  });

  it("says the error of a failed run", () => {
    const error = { message: "a.lua:1: no", line: 1, traceback: [] };
    const end = { kind: "failed", error, elapsedMs: 1, memoryBytes: 1 } as const;
    expect(
      announcement({ kind: "ended", script: "a.lua", scriptId: "1", source: "", mode: "mock", end }, 1),
    ).toContain("a.lua:1: no");
  });
});

describe("Figures", () => {
  it("are easy for people to read", () => {
    expect([duration(0.42), duration(12.4), duration(1250), duration(31_000)]).toEqual([
      "0.4 ms",
      "12 ms",
      "1.25 s",
      "31.0 s",
    ]);
    expect([bytes(512), bytes(2048), bytes(1.5 * 1024 * 1024)]).toEqual(["512 B", "2 kB", "1.5 MB"]);
    expect([counted(1, "call"), counted(1234, "call"), counted(2, "entry", "entries")]).toEqual([
      "1 call",
      "1,234 calls",
      "2 entries",
    ]);
  });
});

describe("A response's body", () => {
  it("is shown as JSON if it is JSON, and as text otherwise", () => {
    expect(parseJson('{"data":[1,null,"x"]}')).toEqual({ data: [1, null, "x"] });
    expect(parseJson("<html>")).toBeUndefined();
  });
});
