import { describe } from "vitest";
import { table } from "./marked-table";

const WA = "local wa = app.integrations.whatsapp\n";
const sent = (rest: string) => `${WA}local r = wa.send_message({ to = "15551234567", body = "x" })\n${rest}`;
const listed = (rest: string) => `${WA}local r = wa.list_contacts({ limit = 5 })\n${rest}`;

describe("unknown fields of a result", () => {
  table([
    [
      sent("return r.«unknown-result-field:message»[1].id"),
      "Did you mean `messages`?",
      sent("return r.messages[1].id"),
    ],
    [sent("return r.messages.«unknown-result-field:id»"), "[1].id", sent("return r.messages[1].id")],
    [sent("return r.messages[1].«unknown-result-field:wamid»"), "Fields: id."],
    [sent("return r.«unknown-result-field:data»"), "Fields: messaging_product, contacts, messages."],
    [sent("if r.«unknown-result-field:error» then return 1 end"), "raises an error instead"],
    [sent('return r[«unknown-result-field:"mesages"»]'), "`messages`"],
    [listed("return r.«unknown-result-field:dta»"), "`data`", listed("return r.data")],
    [listed("return r.paging.«unknown-result-field:after»"), "Fields: cursors, next, previous."],
    [
      listed("for _, c in ipairs(r.data) do print(c.«unknown-result-field:name») end"),
      "Fields: wa_id, profile_name.",
    ],
    [listed("local first = r.data[1]\nreturn first.«unknown-result-field:waid»"), "`wa_id`"],
    [listed("local data = r.data or {}\nreturn data[1].«unknown-result-field:number»"), "Fields: wa_id"],
    [`${WA}return wa.get_current_user().«unknown-result-field:nam»`, "`name`"],
    [`${WA}return wa.list_contacts({ limit = 1 }).data[1].«unknown-result-field:wa_idd»`, "`wa_id`"],
  ]);
});

describe("results are followed through locals, functions and pcall", () => {
  table([
    [
      `${WA}local function all() return wa.list_contacts({ limit = 9 }) end\nreturn all().«unknown-result-field:dta»`,
      "`data`",
    ],
    [
      `${WA}local page\nrepeat page = wa.list_contacts({ limit = 9 }) until true\nreturn page.«unknown-result-field:dta»`,
      "`data`",
    ],
    [
      `${WA}local ok, r = pcall(wa.list_contacts, { limit = 9 })\nif ok then return r.«unknown-result-field:dta» end`,
      "`data`",
    ],
    [
      `${WA}local ok, r = pcall(function() return wa.list_contacts({ limit = 9 }) end)\nif ok then return r.«unknown-result-field:dta» end`,
      "`data`",
    ],
    [
      `${WA}local function try(...) return pcall(wa.get_current_user, ...) end\nlocal ok, me = try()\nreturn ok and me.«unknown-result-field:nam»`,
      "`name`",
    ],
    [
      `${WA}local a, b = wa.get_current_user(), wa.list_contacts({ limit = 9 })\nreturn a.name, b.«unknown-result-field:dta»`,
      "`data`",
    ],
    [`${WA}return assert(wa.get_current_user()).«unknown-result-field:nam»`, "`name`"],
    [
      `${WA}local send = wa.support.send_message\nreturn send({ to = "15551234567", body = "x" }).«unknown-result-field:id»`,
      "Fields:",
    ],
    [
      `${WA}local r = nil\nif math.random() > 0.5 then r = wa.get_current_user() end\nreturn r and r.«unknown-result-field:nam»`,
      "`name`",
    ],
    [
      `page = app.integrations.whatsapp.list_contacts({ limit = 9 })\nreturn page.«unknown-result-field:dta»`,
      "`data`",
    ],
  ]);
});

describe("unknown values are not marked", () => {
  table([
    [`${WA}local r = wa.list_contacts({ limit = 9 })\nr = { dta = 1 }\nreturn r.dta`],
    [`${WA}local function f(r) return r.dta end\nreturn f(wa.list_contacts({ limit = 9 })), f({ dta = 1 })`],
    [listed("r.data[1].note = 'x'\nreturn r.data[1].note")],
    [
      listed(
        "for _, c in ipairs(r.data) do c.seen = true end\nfor _, c in ipairs(r.data) do print(c.seen) end",
      ),
    ],
    [listed("local key = ...\nr.data[1][key] = 1\nreturn r.data[1].anything")],
    [
      `${WA}local ok, r = pcall(wa.list_contacts, { limit = 9 })\nif not ok then return r:match("%d+"), #r end`,
    ],
    [
      `${WA}local ok, r = pcall(function()\n  if math.random() > 0.5 then error({ code = 1 }) end\n  return wa.get_current_user()\nend)\nreturn ok, r.code`,
    ],
    [`${WA}local cache = {}\nlocal r = cache.me or wa.get_current_user()\nreturn r.anything`],
    [`${WA}local r = math.random() > 0.5 and wa.get_current_user() or { extra = 1 }\nreturn r.extra`],
    [
      `${WA}local function get(id)\n  if id then return wa.get_current_user() end\n  return wa.list_contacts({ limit = 1 })\nend\nreturn get().data`,
    ],
    [
      `${WA}local co = coroutine.wrap(function() coroutine.yield(wa.get_current_user()) end)\nreturn co().anything`,
    ],
    [listed("return r.data[1].profile_name or 'nobody', r.paging and r.paging.next")],
    [`${WA}local r = json.decode("{}")\nreturn r.anything`],
    [sent("for key, value in pairs(r) do print(key, value) end")],
    [listed("table.insert(r.data, { tag = 'x' })\nreturn r.data[1].tag")],
    [listed("r.data[#r.data + 1] = { tag = 'x' }\nreturn r.data[1].tag")],
    [listed("setmetatable(r, { __index = { extra = 1 } })\nreturn r.extra")],
    [listed("for _, c in ipairs(r.data) do\n  c = { own = c.wa_id }\n  print(c.own)\nend")],
  ]);
});

describe("lists and objects", () => {
  table([
    [listed("return r.data[«index-zero:0»].wa_id"), "Lists start at 1", listed("return r.data[1].wa_id")],
    [listed("return r.data[«index-zero:-1»]"), "nothing is at -1"],
    [
      listed("for _, c in «missing-iterator:r.data» do print(c.wa_id) end"),
      "ipairs",
      listed("for _, c in ipairs(r.data) do print(c.wa_id) end"),
    ],
    [
      listed("for c in «missing-iterator:r.data» do print(c) end"),
      "ipairs",
      listed("for _, c in ipairs(r.data) do print(c) end"),
    ],
    [
      listed("for k, v in «missing-iterator:r.paging» do print(k, v) end"),
      "pairs",
      listed("for k, v in pairs(r.paging) do print(k, v) end"),
    ],
    [
      "for _, n in «missing-iterator:{ 1, 2 }» do print(n) end",
      "ipairs",
      "for _, n in ipairs({ 1, 2 }) do print(n) end",
    ],
    [listed("return «not-a-list:#r»"), "Its list is `data`", listed("return #r.data")],
    [
      listed("for _, c in ipairs(«not-a-list:r») do print(c) end"),
      "Its list is `data`",
      listed("for _, c in ipairs(r.data) do print(c) end"),
    ],
    [listed("return r[«not-a-list:1»]"), "Its list is `data`", listed("return r.data[1]")],
    [sent("return «not-a-list:#r»"), "Its lists are `contacts` and `messages`"],
    [listed("return #r.data, r.data[1], r.data[#r.data]")],
    [listed("local i = 0\nreturn r.data[i + 1]")],
    [listed("local function walk(list) return ipairs(list) end\nfor _, c in walk(r.data) do print(c) end")],
  ]);
});
