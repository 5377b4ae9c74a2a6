import { expect, test } from "vitest";
import type { JsonValue } from "../../../src/shared/json";
import { run } from "./start";

const docs = (request: JsonValue): JsonValue => {
  return `asked ${JSON.stringify(request)}`;
};

test.each([
  ["docs.list()", '{"op":"list","arg":null,"limit":null}'],
  ["docs.search('send a \"message\"')", '{"op":"search","arg":"send a \\"message\\"","limit":null}'],
  ["docs.read('integrations.whatsapp')", '{"op":"read","arg":"integrations.whatsapp","limit":null}'],
  ["docs.read(app.integrations.whatsapp)", '{"op":"read","arg":"app.integrations.whatsapp","limit":null}'],
  ["lua_list_docs('integrations')", '{"op":"list","arg":"integrations","limit":null}'],
  ["lua_search_docs('x', 3)", '{"op":"search","arg":"x","limit":3}'],
  ["docs.search('x', '2')", '{"op":"search","arg":"x","limit":2}'],
  ["lua_list_docs()", '{"op":"list","arg":null,"limit":null}'],
  ["lua_search_docs('x')", '{"op":"search","arg":"x","limit":null}'],
  ["lua_read_doc('overview')", '{"op":"tool_read","arg":"overview","limit":null}'],
])("%s returns the text", async (source, request) => {
  expect((await run(`return ${source}`, { docs })).result).toEqual([`asked ${request}`]);
});

test.each([
  ["docs.read()", "docs.read: expected string page, got nil"],
  ["docs.read(4)", "docs.read: expected string page, got number"],
  ["lua_read_doc({})", "lua_read_doc: expected string page, got table"],
  ["lua_search_docs()", "lua_search_docs: expected string query, got nil"],
])("%s is refused", async (source, message) => {
  expect((await run(source, { docs })).error?.message).toBe(`order.lua:1: ${message}`);
});
