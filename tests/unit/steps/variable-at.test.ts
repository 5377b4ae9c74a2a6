import { describe, expect, test } from "vitest";
import { stepsWhere } from "../../../src/steps/navigate";
import { shortValue } from "../../../src/steps/short-value";
import { variableAt } from "../../../src/steps/variable-at";
import { momentAt, timelineOf } from "./replays";

const SOURCE = [
  'local order = { customer = { name = "Ann" }, total = 30 }',
  "local rate = 2",
  "shop = { open = true }",
  "local function price(order, rate)",
  "  local sum = order.total * rate",
  "  local function shown()",
  "    local rate = 9",
  '    return sum .. " " .. rate',
  "  end",
  "  local made = shown()",
  "  return made",
  "end",
  "local text = price({ total = 7 }, rate)",
  "return text",
].join("\n");

/** What pointing at a word of a line shows during the first visit of another line, in a chosen frame. */
async function pointing(line: number, at: string, word: string, frame = 0) {
  const timeline = await timelineOf(SOURCE);
  const [step = 0] = stepsWhere(timeline, (kind, at) => kind === "line" && at === line);
  const { moment } = await momentAt(SOURCE, step);
  const row = SOURCE.split("\n").find((text) => text.includes(at)) ?? "";
  const offset = SOURCE.indexOf(row) + row.indexOf(word);
  const found = variableAt(SOURCE, offset, moment, { thread: 0, frame });
  return found && `${found.text} = ${shortValue(found.value, moment.tables, 80)}`;
}

describe("pointing at a variable shows its value at this moment", () => {
  test.each([
    ["a local of the function that runs", 8, "return sum", "rate", 0, "rate = 9"],
    ["an upvalue", 8, "return sum", "sum", 0, "sum = 14"],
    ["where it is declared", 8, "local rate = 9", "rate", 0, "rate = 9"],
    ["a parameter, in a frame further out", 8, "local function price", "rate", 0, "rate = 2"],
    ["one that hides another of its name", 10, "order.total * rate", "order", 0, "order = {total = 7}"],
    ["the hidden one", 10, "local order", "order", 1, 'order = {total = 30, customer = {name = "Ann"}}'],
    ["a member of a table", 10, "order.total * rate", "total", 0, "order.total = 7"],
    ["a global", 12, "shop = ", "shop", 0, "shop = {open = true}"],
  ] as const)("%s", async (_, line, at, word, frame, shown) => {
    expect(await pointing(line, at, word, frame)).toBe(shown);
  });

  test.each([
    ["a local that does not exist yet", 1, "local order", "order"],
    ["a local of a function that is not open", 14, "local sum", "sum"],
    ["a global that the script has not made yet", 2, "shop = ", "shop"],
    ["a word that is no variable", 8, "return sum", "return"],
  ] as const)("nothing for %s", async (_, line, at, word) => {
    expect(await pointing(line, at, word)).toBeNull();
  });

  test("a missing member is nil, if the whole table was read", async () => {
    const source = "local t = { a = 1 }\nprint(t.b)";
    const timeline = await timelineOf(source);
    const [step = 0] = stepsWhere(timeline, (kind, at) => kind === "line" && at === 2);
    const { moment } = await momentAt(source, step);
    expect(variableAt(source, source.indexOf("b)"), moment, { thread: 0, frame: 0 })).toMatchObject({
      text: "t.b",
      value: { kind: "nil" },
    });
  });
});
