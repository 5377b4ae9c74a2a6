import { describe, expect, it } from "vitest";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { shopContext } from "./marked";
import { table } from "./marked-table";

const WA = "local wa = app.integrations.whatsapp\n";

describe("habits", () => {
  table([
    [
      `${WA}for _, to in ipairs({ "15551234567" }) do\n  wa.«unprotected-write:send_message»({ to = to, body = "x" })\nend`,
      "the script ends",
      `${WA}for _, to in ipairs({ "15551234567" }) do\n  local ok, problem = pcall(wa.send_message, { to = to, body = "x" })\n  if not ok then\n    print("Not done: " .. problem)\n  end\nend`,
    ],
    [
      `${WA}while math.random() > 0.5 do\n  local r = wa.«unprotected-write:send_message»({ to = "15551234567", body = "x" })\n  print(r)\nend`,
      "pcall",
    ],
    [
      `${WA}for i = 1, 3 do\n  if i > 1 then wa.«unprotected-write:send_message»({ to = "15551234567", body = "x" }) end\nend`,
      "pcall",
    ],
    [`${WA}local _code = "EAA" -- «token-in-script:EAAGm0PX4ZCpsBAKZBZC1234567890abcdef»`, "access token"],
    [`${WA}return "«token-in-script:EAAGm0PX4ZCpsBAKZBZC1234567890abcdef»"`, "keep tokens in accounts"],
    [`return "Authorization: «token-in-script:Bearer abcdefghijklmnopqrstuvwxyz»"`, "access token"],
    [
      `${WA}wa.«unused-result:list_contacts»({ limit = 5 })`,
      "The result of `list_contacts` is unused",
      `${WA}local result = wa.list_contacts({ limit = 5 })`,
    ],
    [
      `${WA}pcall(wa.«unused-result:get_current_user»)`,
      "The result of `get_current_user` is unused",
      `${WA}local ok, result = pcall(wa.get_current_user)`,
    ],
    [
      `${WA}local page = wa.«single-page:list_contacts»({})\nfor _, c in ipairs(page.data) do\n  print(c.wa_id)\nend`,
      "at most 100 entries",
      `${WA}local cursor\nrepeat\n  local page = wa.list_contacts({ after = cursor })\n  for _, c in ipairs(page.data) do\n    print(c.wa_id)\n  end\n  cursor = page.paging and page.paging.next and page.paging.cursors.after\nuntil not cursor`,
    ],
    [`${WA}for _, c in ipairs(wa.«single-page:list_contacts»().data) do print(c.wa_id) end`, "one page"],
    [`${WA}local page = wa.«single-page:list_templates»()\nprint(#page.data)`, "paging.next"],
  ]);
});

describe("no false hints", () => {
  it.each([
    ["unprotected-write", `${WA}wa.send_message({ to = "15551234567", body = "x" })`],
    [
      "unprotected-write",
      `${WA}for i = 1, 2 do pcall(wa.send_message, { to = "15551234567", body = "x" .. i }) end`,
    ],
    [
      "unprotected-write",
      `${WA}for i = 1, 2 do pcall(function() wa.send_message({ to = "15551234567", body = "x" .. i }) end) end`,
    ],
    ["unprotected-write", `${WA}for i = 1, 2 do print(i, wa.get_current_user().name) end`],
    ["unused-result", `${WA}wa.send_message({ to = "15551234567", body = "x" })`],
    ["single-page", `${WA}local page = wa.list_contacts({ limit = 5 })\nprint(#page.data)`],
    ["single-page", `${WA}local page = wa.list_contacts({})\nprint(#page.data, page.paging)`],
    ["single-page", `${WA}local page = wa.list_contacts({})\nprint(#page.data)\nreturn page`],
    [
      "single-page",
      `${WA}local cursor\nlocal page = wa.list_contacts({ after = cursor })\nprint(#page.data)`,
    ],
    ["token-in-script", `${WA}return "EAA is how they begin"`],
  ])("%s: %s", (code, source) => {
    expect(diagnostics(source, shopContext).filter((one) => one.code === code)).toEqual([]);
  });
});
