import { expect, it } from "vitest";
import { fittingNote } from "../../../src/editor/line-notes";
import type { CallRow } from "../../../src/gateway/call-row";
import { callNotes, movedNotes } from "../../../src/ui/call-notes";

const call = (line: number | null, status: CallRow["status"], http: number | null): CallRow => ({
  ...{
    id: 1,
    path: "app.integrations.whatsapp.get_message",
    group: "whatsapp",
    name: "get_message",
    icon: null,
  },
  ...{ kind: "read", account: "default", line, args: [], startedMs: 0, durationMs: 180, status },
  ...{ error: null, request: null },
  response: http === null ? null : { status: http, headers: {}, body: "" },
});

it("shows for each line how its call went, or how many there were and how the last one went", () => {
  const notes = callNotes([
    call(1, "ok", 200),
    call(2, "ok", 200),
    call(2, "ok", 200),
    call(2, "error", 400),
    call(3, "error", null),
    call(4, "unknown", null),
    call(null, "ok", 200),
  ]);
  expect([...notes].map(([line, { text, tone }]) => `${line}: ${text} (${tone})`)).toEqual([
    "1: 200 · 180 ms (plain)",
    "2: 3 calls · last 400 (bad)",
    "3: failed · 180 ms (bad)",
    "4: outcome unknown · 180 ms (warn)",
  ]);
});

it("moves the notes with their lines, and drops those whose line was changed or removed", () => {
  const notes = callNotes([call(1, "ok", 200), call(2, "error", 400), call(3, "ok", 201)]);
  const after = (text: string) =>
    [...movedNotes(notes, "first()\nsecond()\nthird()", text)].map(
      ([line, { short }]) => `${line}: ${short}`,
    );
  expect(after("first()\n\nsecond()\nthird()")).toEqual(["1: 200", "3: 400", "4: 201"]);
  expect(after("if ok then\n  first()\nend\nsecond()\nthird()")).toEqual(["2: 200", "4: 400", "5: 201"]);
  expect(after("first()\nsecond(1)\nthird()")).toEqual(["1: 200", "3: 201"]);
  expect(after("first()\nthird()")).toEqual(["1: 200", "2: 201"]);
  expect(after("a\nb\nc\nd")).toEqual([]);
  expect(after("")).toEqual([]);
});

it("fits into the room that a line leaves, with fewer words if necessary", () => {
  const note = { text: "200 · 180 ms", short: "200", tone: "plain" } as const;
  expect([40, 16, 13, 12, 4, 2].map((room) => fittingNote(note, room))).toEqual([
    "    200 · 180 ms",
    "    200 · 180 ms",
    " 200 · 180 ms",
    "    200",
    " 200",
    " 200",
  ]);
});
