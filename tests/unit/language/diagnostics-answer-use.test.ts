import { describe } from "vitest";
import { table } from "./marked-table";

const WA = "local wa = app.integrations.whatsapp\n";
const wa = (rest: string) => WA + rest;
const sent = (rest: string) => `${WA}local r = wa.send_message({ to = "15551234567", body = "x" })\n${rest}`;
const listed = (rest: string) => `${WA}local r = wa.list_contacts({ limit = 5 })\n${rest}`;
const each = (rest: string) => listed(`for _, c in ipairs(r.data) do\n  ${rest}\nend`);
const status = (rest: string) =>
  wa(`local m = wa.get_message({ message_id = "wamid.x" }).messages[1]\nreturn m.message_status ${rest}`);

describe("results used as a string, number or argument", () => {
  table([
    ["local n = 5\nreturn «wrong-operand:n»()", "it can't be called"],
    ["local r = app.integrations.whatsapp.get_current_user()\nreturn «wrong-operand:r»()", "a table"],
    [
      "local r = app.integrations.whatsapp.get_current_user()\nreturn json.decode(«library-argument:r»)",
      "This is already a table",
    ],
    ["local n = 5\nn = print\nn(1)\nlocal t = setmetatable({}, { __call = print })\nt()"],
    [
      "local f = ... or print\nf(1)\nlocal ok, r = pcall(app.integrations.whatsapp.get_current_user)\nif not ok then return json.decode(r) end",
    ],

    [
      sent('return "Sent: " .. «wrong-operand:r»'),
      "This is a table",
      sent('return "Sent: " .. r.messages[1].id'),
    ],
    [listed('return «wrong-operand:r.data» .. "!"'), "This is a list"],
    [sent("return «wrong-operand:r» + 1"), "`+` expects numbers"],
    [listed("return «wrong-operand:r.data» > 5"), "Lists can't be compared", listed("return #r.data > 5")],
    [sent('return r:«wrong-operand:match»("x")'), "no method `match`"],
    [each("print(«wrong-operand:c.wa_id» > 5)"), "tonumber", each("print(tonumber(c.wa_id) > 5)")],
    [
      'local name = "Maya"\nreturn «wrong-operand:"Hi " + name»',
      "Join strings with `..`",
      'local name = "Maya"\nreturn "Hi " .. name',
    ],
    [
      sent("return wa.get_message({ message_id = «wrong-type:r» })"),
      "not a table",
      sent("return wa.get_message({ message_id = r.messages[1].id })"),
    ],
    [
      each('pcall(wa.send_message, { to = «wrong-type:c», body = "x" })'),
      "It holds `.wa_id`",
      each('pcall(wa.send_message, { to = c.wa_id, body = "x" })'),
    ],
    [sent("return r.messages[1].id .. #r.messages, #r.contacts + 1")],
    [each('print("a" .. c.wa_id, c.wa_id + 1, c.wa_id < "2")')],
    ['return "10" + 1, "a" .. 1, 2 .. ""'],
  ]);
});

describe("values that are never equal", () => {
  table([
    [status('== «never-equal:"DELIVERED"»'), '`"delivered"`', status('== "delivered"')],
    [status('~= «never-equal:"deliverd"»'), '`"delivered"`', status('~= "delivered"')],
    [status('== «never-equal:"seen"»'), "Values: "],
    [
      wa(
        'for _, t in ipairs(wa.list_templates({ limit = 5 }).data) do print(«never-equal:"Approved"» == t.status) end',
      ),
      "APPROVED",
    ],
    [
      each("print(c.wa_id == «never-equal:15551234567»)"),
      "add quotes",
      each('print(c.wa_id == "15551234567")'),
    ],
    [sent('return r == «never-equal:"sent"»'), "A table never equals a string"],
    [listed("return r.data == «never-equal:0»"), "A list", listed("return #r.data == 0")],
    [status('== "read"')],
    [sent("return r == nil, r.messages[1] ~= nil")],
    ['return "a" == "b", 1 == 2'],
  ]);
});

describe("fields that can be absent", () => {
  const name = "c.«optional-field:profile_name»";
  table([
    [
      each(`print("Name: " .. ${name})`),
      "`profile_name` can be nil",
      each('print("Name: " .. (c.profile_name or ""))'),
    ],
    [each(`print(${name}:upper())`), "a method of nil"],
    [each(`print(#${name})`)],
    [each(`print(string.upper(${name}))`)],
    [each('local name = c.profile_name\n  print("Hi " .. «optional-field:name»)')],
    [listed("return r.«optional-field:paging».next"), "a field of nil"],
    [wa("return wa.get_current_user().«optional-field:email»:lower()")],
    [each(`if c.wa_id then print("x" .. ${name}) end`)],
    [each(`if not c.profile_name then print("x" .. ${name}) end`)],
    [each('print("Name: " .. (c.profile_name or "nobody"))')],
    [each("if c.profile_name then print(c.profile_name:upper()) end")],
    [each("if c.profile_name ~= nil then print(c.profile_name:upper()) end")],
    [each("if c.profile_name == nil then print(1) else print(c.profile_name:upper()) end")],
    [each('if c.profile_name == "Maya" then print(c.profile_name:upper()) end')],
    [each('if type(c.profile_name) == "string" then print(c.profile_name:upper()) end')],
    [each("print(c.profile_name and c.profile_name:upper())")],
    [each("if not c.profile_name then goto continue end\n  print(c.profile_name:upper())\n  ::continue::")],
    [each("if not c.profile_name then break end\n  print(c.profile_name:upper())")],
    [each('assert(c.profile_name, "no name")\n  print(c.profile_name:upper())')],
    [each('local name = c.profile_name or "nobody"\n  print(name:upper())')],
    [each("local name = c.profile_name\n  if name then print(name:upper()) end")],
    [each('local name = c.profile_name\n  if not name then name = "nobody" end\n  print(name:upper())')],
    [each('c.profile_name = c.profile_name or "nobody"\n  print(c.profile_name:upper())')],
    [each("local has = c.profile_name ~= nil\n  if has then print(c.profile_name:upper()) end")],
    [
      each(
        "local function known(v) return v ~= nil end\n  if known(c.profile_name) then print(c.profile_name:upper()) end",
      ),
    ],
    [listed("return r.paging and r.paging.next and r.paging.cursors.after")],
    [listed("if r.paging and r.paging.cursors then return r.paging.cursors.after end")],
    [
      wa(
        'local m = wa.get_message({ message_id = "wamid.x" }).messages[1]\nif m.message_status == "failed" then return m.errors[1].code end',
      ),
    ],
    [wa("local me = wa.get_current_user()\nreturn me.name:upper(), tostring(me.email), me.email or 1")],
  ]);
});

describe("calls made wrongly, or not at all", () => {
  table([
    [
      wa(
        'local ok = pcall(«called-before-pcall:wa.send_message({ to = "15551234567", body = "x" })»)\nreturn ok',
      ),
      "before `pcall` does",
      wa('local ok = pcall(wa.send_message, { to = "15551234567", body = "x" })\nreturn ok'),
    ],
    [
      wa("return pcall(«called-before-pcall:wa.get_current_user()»)"),
      "",
      wa("return pcall(wa.get_current_user)"),
    ],
    [
      wa("return xpcall(«called-before-pcall:wa.list_contacts{ limit = 1 }», debug.traceback)"),
      "before `xpcall` does",
      wa("return xpcall(wa.list_contacts, debug.traceback, { limit = 1 })"),
    ],
    ['return pcall(«called-before-pcall:print("x")»)', "", 'return pcall(print, "x")'],
    [
      wa("local me, «no-error-result:err» = wa.get_current_user()\nreturn me, err"),
      "always nil",
      wa("local ok, me = pcall(wa.get_current_user)\nlocal err = not ok and me or nil\nreturn me, err"),
    ],
    [wa("local me, err\nme, «no-error-result:err» = wa.get_current_user()\nreturn me, err")],
    [
      wa("return wa.«forgotten-call:get_current_user».name"),
      "call it",
      wa("return wa.get_current_user().name"),
    ],
    [wa("local me = wa.get_current_user\nreturn «forgotten-call:me».name")],
    [wa("for _, c in ipairs(wa.«forgotten-call:list_contacts».data) do print(c) end")],
    [wa('return "x" .. wa.«forgotten-call:get_current_user»')],
    [wa("local function make() return function() end end\nreturn pcall(make())")],
    [wa("local a, b = wa.get_current_user(), 2\nreturn a, b")],
    [wa("local ok, me = pcall(wa.get_current_user)\nreturn ok, me")],
    [wa("local get = wa.get_current_user\nreturn get ~= nil and get().name")],
    [wa("return pcall(...)")],
  ]);
});
