import { describe } from "vitest";
import { table } from "./marked-table";

const WA = "local wa = app.integrations.whatsapp\n";
const TRY = `${WA}local ok, err = pcall(wa.send_message, { to = "15551234567", body = "Hi" })\n`;
const tried = (rest: string) => TRY + rest;
const LOOP = `${WA}for _, to in ipairs({ "15551234567" }) do\n  local ok, err = pcall(wa.send_message, { to = to, body = "Hi" })\n  `;
const MARK = "err.«unknown-result-field:message»";

describe("pcall returns a string if the call failed", () => {
  table([
    [
      tried(`if not ok then print(${MARK}) end`),
      "a string without a field `message`",
      tried("if not ok then print(err) end"),
    ],
    [tried("if not ok then print(err.«unknown-result-field:code», err.«unknown-result-field:error») end")],
    [tried('if not ok then print(err[«unknown-result-field:"message"»]) end')],
    [tried(`if ok then print(err.messages[1].id) else print(${MARK}) end`)],
    [tried(`if ok == false then print(${MARK}) end`)],
    [tried(`if false == ok then print(${MARK}) end`)],
    [tried(`if ok ~= true then print(${MARK}) end`)],
    [tried(`if not (ok) then print(${MARK}) end`)],
    [tried(`if ok and err.messages then return err.messages[1].id elseif not ok then print(${MARK}) end`)],
    [tried(`if math.random() > 0.5 then return 1 elseif ok then return 2 else print(${MARK}) end`)],
    [tried(`if ok then return err.messages[1].id end\nprint(${MARK})`)],
    [tried(`local failed = not ok\nif failed then print(${MARK}) end`)],
    [tried(`if not ok and true then print(${MARK}) end`)],
    [tried(`if not ok or false then print("x") end\nif not ok then if true then print(${MARK}) end end`)],
    [tried(`return ok and err.messages[1].id or ${MARK}`)],
    [tried(`return not ok and ${MARK}`)],
    [tried(`return ok or ${MARK}`)],
    [tried(`assert(not ok)\nprint(${MARK})`)],
    [tried(`if not ok then error("failed: " .. ${MARK}) end\nprint(err.messages[1].id)`)],
    [tried(`if not ok then local function show() print(${MARK}) end show() end`)],
    [tried(`if type(err) == "string" then print(${MARK}) end`)],
    [tried(`if type(err) ~= "table" then print(${MARK}) end`)],
    [
      LOOP +
        `if not ok then print(${MARK}) goto continue end\n  print(err.messages[1].id)\n  ::continue::\nend`,
    ],
    [`${LOOP}if ok then goto continue end\n  print(${MARK})\n  ::continue::\nend`],
    [`${LOOP}if ok then break end\n  print(${MARK})\nend`],
    [
      `${WA}local ok, err\nrepeat ok, err = pcall(wa.get_current_user) if not ok then print(${MARK}) end until ok\nprint(err.id)`,
    ],
    [
      `${WA}local ok, err = false, nil\nwhile not ok do\n  ok, err = pcall(wa.get_current_user)\nend\nreturn err.id`,
    ],
    [`${WA}local ok, err = xpcall(wa.get_current_user, debug.traceback)\nif not ok then print(${MARK}) end`],
    [
      `${WA}local ok, err = xpcall(wa.get_current_user, function(e) return "x: " .. e end)\nif not ok then print(${MARK}) end`,
    ],
    [
      `${WA}local ok, err = pcall(function()\n  local r = wa.get_current_user()\n  print(r.id)\nend)\nif not ok then print(${MARK}) end`,
    ],
    [
      `${WA}local function try(...) return pcall(wa.get_current_user, ...) end\nlocal ok, err = try()\nif not ok then print(${MARK}) end`,
    ],
    [
      `${WA}local function fail(text) error("no: " .. tostring(text)) end\nlocal ok, err = pcall(wa.get_current_user)\nif not ok then fail(err) end\nreturn err.«unknown-result-field:nam»`,
      "`name`",
    ],
    [tried("if not ok then return err.messages end".replace("messages", "«unknown-result-field:messages»"))],
    [tried("if ok then return err.«unknown-result-field:message» end"), "Did you mean `messages`?"],
    [tried("return err.«unknown-result-field:message»")],
    [`${WA}local r = pcall(wa.get_current_user)\nreturn r.«pcall-result:name»`, "then the result"],
    [`${WA}local _, me = assert(pcall(wa.get_current_user))\nreturn me.«unknown-result-field:nam»`, "`name`"],
  ]);
});

describe("correct uses", () => {
  table([
    [tried('if not ok then print("failed: " .. err, err:match("%d+"), #err, err.upper) end')],
    [tried("if not ok then print(err) else print(err.messages[1].id) end")],
    [tried("print(ok and err.messages[1].id or err)")],
    [tried("if ok and err.messages[1].id then print(err.messages[1].id) end")],
    [tried("if not ok then err = { message = err } end\nprint(err.message)")],
    [
      `${WA}local ok, err = pcall(function() error({ message = "x" }) end)\nif not ok then print(err.message) end`,
    ],
    [
      `${WA}local ok, err = pcall(function()\n  local r = wa.get_current_user()\n  if not r.name then error({ message = "x" }) end\n  return r\nend)\nif not ok then print(err.message) end`,
    ],
    [
      `${WA}local ok, err = xpcall(wa.get_current_user, function(e) return { message = e } end)\nif not ok then print(err.message) end`,
    ],
    [`${WA}local f = ...\nlocal ok, err = pcall(f)\nif not ok then print(err.message) end`],
    [
      `${WA}local ok, err = pcall(wa.get_current_user)\nok = true\nif not ok then print(err.messages) end`.replace(
        "messages",
        "id",
      ),
    ],
    [
      `${WA}local ok, r\nfor i = 1, 3 do\n  ok, r = pcall(wa.get_current_user)\n  if ok then break end\nend\nif ok then print(r.id) else print(r:upper()) end`,
    ],
    [
      `${WA}local ok, r = pcall(wa.get_current_user)\nif not ok then\n  ok, r = pcall(wa.get_current_user)\n  if ok then print(r.id) end\nend`,
    ],
    [
      `${WA}local ok, r = pcall(wa.get_current_user)\nwhile not ok do\n  print(r:upper())\n  ok, r = pcall(wa.get_current_user)\nend\nprint(r.id)`,
    ],
  ]);
});
