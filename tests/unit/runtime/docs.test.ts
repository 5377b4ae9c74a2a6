import { expect, test } from "vitest";
import type { JsonValue } from "../../../src/shared/json";
import { run } from "./start";

const docs = (request: JsonValue): JsonValue => {
  const text = JSON.stringify(request);
  if (text.includes("nowhere")) throw new Error("There is no page 'nowhere'.");
  return `asked ${text}`;
};

test.each([
  ["docs.list()", '{"op":"list","arg":null}'],
  ["docs.search('send a \"message\"')", '{"op":"search","arg":"send a \\"message\\""}'],
  ["docs.read('integrations.whatsapp')", '{"op":"read","arg":"integrations.whatsapp"}'],
  ["docs.read(app.integrations.whatsapp)", '{"op":"read","arg":"app.integrations.whatsapp"}'],
  ["lua_list_docs()", '{"op":"list","arg":null}'],
  ["lua_search_docs('x')", '{"op":"search","arg":"x"}'],
  ["lua_read_doc('overview')", '{"op":"read","arg":"overview"}'],
])("%s returns the text", async (source, request) => {
  expect((await run(`return ${source}`, { docs })).result).toEqual([`asked ${request}`]);
});

test("an unknown page is an error at the script's line", async () => {
  expect((await run("\nreturn docs.read('nowhere')", { docs })).error).toMatchObject({
    message: "order.lua:2: There is no page 'nowhere'.",
    line: 2,
  });
});

test("a missing page name is reported", async () => {
  expect((await run("docs.read()", { docs })).error?.message).toBe(
    "order.lua:1: docs.read: the page must be a string, got nil.",
  );
});
