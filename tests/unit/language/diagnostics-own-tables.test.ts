import { describe, expect, it } from "vitest";
import { complete } from "../../../src/language/completion/complete";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { hover } from "../../../src/language/hover";
import { caret, shopContext } from "./marked";
import { table } from "./marked-table";

const WA = "local wa = app.integrations.whatsapp\n";
const TO = 'to = "15551234567"';
const FULL = `{ ${TO}, body = "Hi" }`;

const BODY = (...texts: string[]) =>
  `{ type = "body", parameters = { ${texts.map((text) => `{ type = "text", text = "${text}" }`).join(", ")} } }`;
const ORDER = (components: string) =>
  `wa.send_template({ ${TO}, template_name = "order_update", components = ${components} })`;
const ADDED = BODY("A1", "soon");

/** Correct scripts that keep a call's table somewhere before it comes to the call. */
const CORRECT: readonly string[] = [
  `local args = ${FULL}\nprint(app.integrations.whatsapp.send_message(args))`,
  `local args <const> = ${FULL}\nwa.send_message(args)`,
  `wa.send_message((${FULL}))`,
  `local args = (${FULL})\nwa.send_message((args))`,
  `local args = ${FULL}\npcall(wa.send_message, args)`,
  `local args = ${FULL}\nxpcall(wa.send_message, debug.traceback, args)`,
  `xpcall(wa.send_message, function(problem) return problem end, ${FULL})`,
  `local args = ${FULL}\npcall(function() wa.send_message(args) end)`,
  `local query = { limit = 5 }\nprint(#wa.list_templates(query).data)`,
  `local query = {}\nquery.limit = 5\nprint(#wa.list_templates(query).data)`,
  `local options = {}\nprint(wa.get_current_user(options).id)`,
  `for _, args in ipairs({ ${FULL}, ${FULL} }) do pcall(wa.send_message, args) end`,
  `local queue = { ${FULL}, ${FULL} }\nfor i = 1, #queue do pcall(wa.send_message, queue[i]) end`,
  `local queue = {}\nqueue[#queue + 1] = ${FULL}\nfor _, args in ipairs(queue) do pcall(wa.send_message, args) end`,
  `local queue = {}\ntable.insert(queue, ${FULL})\nwhile #queue > 0 do pcall(wa.send_message, table.remove(queue, 1)) end`,
  `local byName = { maya = ${FULL} }\nfor name, args in pairs(byName) do print(name, pcall(wa.send_message, args)) end`,
  `local function send(args) return wa.send_message(args) end\nsend(${FULL})`,
  `local function send(args) args.body = args.body or "Hi" return wa.send_message(args) end\nsend({ ${TO} })`,
  `local function send(args) args = args or {} return wa.send_message(args) end\nsend({ ${TO}, body = "x" })`,
  `local function send(to, extra)\n  local args = { to = to }\n  for key, value in pairs(extra) do args[key] = value end\n  return wa.send_message(args)\nend\nsend("15551234567", { body = "Hi" })`,
  `local function build(to) return { to = to, body = "Hi" } end\nwa.send_message(build("15551234567"))`,
  `local function build(to)\n  local args = { to = to }\n  args.body = "Hi"\n  return args\nend\nwa.send_message(build("15551234567"))`,
  `local function build(to) if to then return { to = to, body = "Hi" } end return { ${TO}, body = "x" } end\nwa.send_message(build())`,
  `local args\nargs = ${FULL}\nwa.send_message(args)`,
  `local args\nif math.random() > 0.5 then args = ${FULL} else args = { ${TO}, body = "Ho" } end\nwa.send_message(args)`,
  `local args = { body = "Hi" }\nargs.to = "15551234567"\nwa.send_message(args)`,
  `local args = { body = "Hi" }\nargs["to"] = "15551234567"\nwa.send_message(args)`,
  `local args = { body = "Hi" }\nlocal key = "to"\nargs[key] = "15551234567"\nwa.send_message(args)`,
  `local args = { body = "Hi" }\nrawset(args, "to", "15551234567")\nwa.send_message(args)`,
  `local args = setmetatable({ body = "Hi" }, { __index = { to = "15551234567" } })\nwa.send_message(args)`,
  `local defaults = { body = "Hi" }\nlocal args = setmetatable({ ${TO} }, { __index = defaults })\nwa.send_message(args)`,
  `local args = { body = "Hi" }\nlocal alias = args\nalias.to = "15551234567"\nwa.send_message(args)`,
  `local args = { body = "Hi" }\nlocal function fill(t) t.to = "15551234567" end\nfill(args)\nwa.send_message(args)`,
  `local args = { body = "Hi" }\nlocal function fill() args.to = "15551234567" end\nfill()\nwa.send_message(args)`,
  `local args = { body = "Hi" }\nlocal holder = { args = args }\nholder.args.to = "15551234567"\nwa.send_message(args)`,
  `local holder = { args = ${FULL} }\nwa.send_message(holder.args)`,
  `local holder = {}\nholder.args = ${FULL}\nwa.send_message(holder.args)`,
  `local M = { defaults = { limit = 5 } }\nfunction M.list() return wa.list_contacts(M.defaults) end\nprint(#M.list().data)`,
  `local M = {}\nfunction M:send(args) return wa.send_message(args) end\nM:send(${FULL})`,
  `local Order = {}\nOrder.__index = Order\nfunction Order.new(args) return setmetatable({ args = args }, Order) end\nfunction Order:send() return wa.send_message(self.args) end\nOrder.new(${FULL}):send()`,
  `local list = { ${FULL} }\nwa.send_message(table.unpack(list))`,
  `local call = table.pack(wa.send_message, ${FULL})\npcall(table.unpack(call, 1, call.n))`,
  `local function send(...) return wa.send_message(...) end\nsend(${FULL})`,
  `local function send(...) local args = ... return wa.send_message(args) end\nsend(${FULL})`,
  `local function try(f, ...) return pcall(f, ...) end\ntry(wa.send_message, ${FULL})`,
  `local function try(f, args) return pcall(f, args) end\ntry(wa.send_message, ${FULL})\ntry(wa.list_contacts, { limit = 5 })`,
  `local sent = coroutine.wrap(function(args) coroutine.yield(wa.send_message(args)) end)\nsent(${FULL})`,
  `local args = json.decode('{"to":"15551234567","body":"Hi"}')\nwa.send_message(args)`,
  `local args = { body = "Hi" }\nfor _, to in ipairs({ "15551234567" }) do\n  args.to = to\n  pcall(wa.send_message, args)\nend`,
  `local args = ${FULL}\nargs.preview_url = true\nprint(args.to)\nwa.send_message(args)\nargs.body = "Again"\nwa.send_message(args)`,
  `local people = { { name = "Maya", number = "15551234567" } }\nfor _, person in ipairs(people) do\n  wa.send_message({ to = person.number, body = "Hi " .. person.name })\nend`,
  `local people = { { name = "Maya", to = "15551234567", body = "Hi" } }\nfor _, person in ipairs(people) do\n  print(person.name)\n  pcall(wa.send_message, person)\nend`,
  `local rows = { { ${TO} }, ${FULL} }\nfor _, row in ipairs(rows) do\n  if row.body then pcall(wa.send_message, row) end\nend`,
  `local rows = { { to = {} }, ${FULL} }\nfor _, row in ipairs(rows) do\n  if type(row.to) == "string" then pcall(wa.send_message, row) end\nend`,
  `local options = ... or { limit = 5 }\nprint(#wa.list_contacts(options).data)`,
  `local function list(options) return wa.list_contacts(options or {}) end\nprint(#list().data)`,
  `local function send(options) return wa.send_message(options or ${FULL}) end\nsend()`,
  `local args = {}\nfor key, value in pairs({ ${TO}, body = "x" }) do args[key] = value end\nwa.send_message(args)`,
  `local parameters = {}\nfor _, text in ipairs({ "A1", "soon" }) do\n  parameters[#parameters + 1] = { type = "text", text = text }\nend\nlocal components = { { type = "body", parameters = parameters } }\nlocal args = { ${TO}, template_name = "order_update", components = components }\nwa.send_template(args)`,
  `local components = {}\ntable.insert(components, { type = "body", parameters = { { type = "text", text = "A" }, { type = "text", text = "B" } } })\nwa.send_template({ ${TO}, template_name = "order_update", components = components })`,
  `local args = { ${TO}, template_name = "order_update", components = {} }\ntable.insert(args.components, ${ADDED})\nwa.send_template(args)`,
  `local args = { ${TO}, template_name = "order_update" }\nargs.components = {}\ntable.insert(args.components, ${ADDED})\nwa.send_template(args)`,
  `local c = {}\nif math.random() > 0.5 then table.insert(c, ${ADDED}) else table.insert(c, ${ADDED}) end\n${ORDER("c")}`,
  `local c = {}\nlocal body = ${BODY()}\ntable.insert(body.parameters, { type = "text", text = "A" })\ntable.insert(body.parameters, { type = "text", text = "B" })\ntable.insert(c, body)\n${ORDER("c")}`,
  `local c = {}\ntable.insert(c, ${BODY()})\nfor _ = 1, 2 do table.insert(c[1].parameters, { type = "text", text = "A" }) end\n${ORDER("c")}`,
  `local c = { ${BODY()} }\nfor _, one in ipairs(c) do one.parameters[#one.parameters + 1] = { type = "text", text = "A" } table.insert(one.parameters, { type = "text", text = "B" }) end\n${ORDER("c")}`,
  `local c = {}\nlocal function add(list, one) list[#list + 1] = one end\nadd(c, ${ADDED})\n${ORDER("c")}`,
  `local c = {}\nlocal function send() ${ORDER("c")} end\ntable.insert(c, ${ADDED})\nsend()`,
  `local c = {}\nfor i = 1, 2 do\n  if i == 2 then pcall(function() ${ORDER("c")} end) end\n  table.insert(c, ${ADDED})\nend`,
  `local t = { list = {} }\nfunction t:add(one) table.insert(self.list, one) end\nt:add(${ADDED})\nlocal c = t.list\n${ORDER("c")}`,
  `local c = {}\nlocal t = {}\nt.c = c\ntable.insert(t.c, ${ADDED})\n${ORDER("c")}`,
  `local c = {}\nlocal t = { c }\nfor i = 1, #t do table.insert(t[i], ${ADDED}) end\n${ORDER("c")}`,
  `local c = {}\npcall(table.insert, c, ${ADDED})\n${ORDER("c")}`,
  `local c = {}\nlocal insert = table.insert\ninsert(c, ${ADDED})\n${ORDER("c")}`,
  `local c = { ${ADDED} }\ntable.insert(c, { type = "footer" })\ntable.remove(c)\n${ORDER("c")}`,
  `args = ${FULL}\nwa.send_message(args)`,
  `local a, b = ${FULL}, { limit = 5 }\nwa.send_message(a)\nprint(#wa.list_contacts(b).data)`,
  `local args = ${FULL}\nlocal send = wa.send_message\nlocal ok, problem = pcall(send, args)\nprint(ok, problem)`,
  `local cursor\nlocal query = { limit = 5 }\nrepeat\n  query.after = cursor\n  local page = wa.list_contacts(query)\n  cursor = page.paging and page.paging.next and page.paging.cursors and page.paging.cursors.after\nuntil not cursor`,
  `local function after(args, cursor) args.after = cursor return args end\nprint(#wa.list_contacts(after({ limit = 5 }, nil)).data)`,
  `local send = function(args) return wa.send_message(args) end\nlocal ok = pcall(send, ${FULL})\nprint(ok)`,
  `local jobs = { { run = wa.send_message, args = ${FULL} } }\nfor _, job in ipairs(jobs) do print(pcall(job.run, job.args)) end`,
  `do\n  local args = { ${TO} }\n  do args.body = "Hi" end\n  wa.send_message(args)\nend`,
  `local args = ${FULL}\ngoto send\n::send::\nwa.send_message(args)`,
  `local text = "Hi"\nlocal args = { ${TO}, body = text }\nlocal copy = { to = args.to, body = args.body }\nwa.send_message(copy)`,
];

describe("a table of arguments stored in a variable first", () => {
  it.each(CORRECT)("%s", (script) => {
    const marks = diagnostics(WA + script, shopContext).filter(({ severity }) => severity !== "hint");
    expect(marks.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

describe("its mistakes are marked", () => {
  const wa = (snippet: string) => WA + snippet;
  const short = BODY("A1")
    .replace("parameters = {", "parameters = «parameter-count:{")
    .replace(/\} \}$/, "}» }");
  table([
    [wa(`local c = {}\ntable.insert(c, ${short})\nreturn ${ORDER("c")}`), "1 parameter given"],
    [wa(`local c = {}\nc[#c + 1] = ${short}\nreturn ${ORDER("c")}`), "1 parameter given"],
    [
      wa(`local c = {}\nlocal body = ${short}\ntable.insert(c, body)\nreturn ${ORDER("c")}`),
      "1 parameter given",
    ],
    [
      wa(
        `local args = { ${TO}, template_name = "order_update", components = {} }\ntable.insert(args.components, ${short})\nreturn wa.send_template(args)`,
      ),
      "1 parameter given",
    ],
    [
      wa(
        `local p = {}\nfor _, text in ipairs({ "a", "b" }) do table.insert(p, { type = «parameter-type:"txt"», text = text }) end\nreturn ${ORDER('{ { type = "body", parameters = p } }')}`,
      ),
      "no parameter type `txt`",
    ],
    [
      wa(`local args = { ${TO}, «unknown-field:bdy» = "Hi" }\nreturn wa.«missing-field:send_message»(args)`),
      "Did you mean `body`?",
      wa(`local args = { ${TO}, body = "Hi" }\nreturn wa.send_message(args)`),
    ],
    [
      wa(`local args = { ${TO} }\nreturn wa.«missing-field:send_message»(args)`),
      "`body` is required.",
      wa(`local args = { ${TO}, body = "Hello! Your order is on its way." }\nreturn wa.send_message(args)`),
    ],
    [
      wa(`local args = { to = «wrong-type:{}», body = "Hi" }\nreturn pcall(wa.send_message, args)`),
      "not a table",
    ],
    [
      wa(
        `local args = { ${TO} }\nargs.«unknown-field:bdy» = "Hi"\nreturn wa.«missing-field:send_message»(args)`,
      ),
      "`body`",
    ],
    [wa(`local query = { limit = 5 }\nquery.limit = "x"\nreturn wa.list_contacts(query)`)],
    [
      wa(`local query = {}\nquery.limit = «wrong-type:"many"»\nreturn wa.list_contacts(query)`),
      "`limit` expects an integer",
    ],
    [
      wa(`return wa.send_message(({ to = "15551234567", «unknown-field:text» = "x", body = "y" }))`),
      "No parameter `text`",
    ],
    [
      wa(`for _, args in ipairs({ ${FULL}, «missing-field:{ ${TO} }» }) do pcall(wa.send_message, args) end`),
      "`body` is required.",
    ],
    [
      wa(
        `local function send(args) return wa.send_message(args) end\nsend({ ${TO}, body = «wrong-type:true» })`,
      ),
      "not `true`",
    ],
    [
      wa(`local function send(args) return wa.send_message(args) end\nsend(«missing-field:{ ${TO} }»)`),
      "`body`",
    ],
    [
      wa(
        `local function build() return { ${TO}, body = «missing-field:""» } end\nreturn wa.send_message(build())`,
      ),
      "`body` is required.",
    ],
    [
      wa(`local holder = { args = { limit = «out-of-range:0» } }\nreturn wa.list_contacts(holder.args)`),
      "at least 1",
    ],
    [wa(`local body\nreturn wa.send_message({ ${TO}, body = «missing-field:body» })`), "`body` is required."],
    [
      wa(`local args = { ${TO}, body = "x" }\nreturn wa.send_message(args, «extra-argument:true»)`),
      "ignored",
    ],
  ]);
});

describe("values in order", () => {
  const wa = (snippet: string) => WA + snippet;
  table([
    [
      wa(`return wa.send_message(«positional-arguments:"15551234567", "Hi"»)`),
      "`{ to = …, body = … }`",
      wa(`return wa.send_message({ to = "15551234567", body = "Hi" })`),
    ],
    [
      wa(`return pcall(wa.get_message, «positional-arguments:"wamid.x"»)`),
      "`get_message` ignores positional arguments",
      wa(`return pcall(wa.get_message, { message_id = "wamid.x" })`),
    ],
    [
      wa(`return wa.get_message«positional-arguments:"wamid.x"»`),
      "`get_message` ignores positional arguments",
      wa(`return wa.get_message({ message_id = "wamid.x" })`),
    ],
    [
      wa("return wa.list_contacts(«positional-arguments:5»)"),
      "`list_contacts` ignores positional arguments",
      wa("return wa.list_contacts({ limit = 5 })"),
    ],
    [
      wa("local cursor = ...\nreturn wa.list_contacts(«positional-arguments:nil, cursor»)"),
      "`list_contacts` ignores positional arguments",
      wa("local cursor = ...\nreturn wa.list_contacts({ after = cursor })"),
    ],
    [
      wa(
        "local function send(to, text) return wa.send_message(«positional-arguments:to, text») end\nreturn send",
      ),
      "`send_message` ignores positional arguments",
      wa("local function send(to, text) return wa.send_message({ to = to, body = text }) end\nreturn send"),
    ],
    [wa(`return wa.send_message({ ${TO}, body = "Hi" }, «extra-argument:"more"»)`), "ignored"],
    [wa("return wa.get_current_user(«extra-argument:1»)"), "takes no parameters"],
    [wa("return wa.send_message(...)")],
    [wa("local args = ...\nreturn wa.send_message(args)")],
    [wa("local args = ...\nreturn wa.send_message(args, ...)")],
  ]);
});

describe("help inside a table of arguments written outside its call", () => {
  const labels = (snippet: string) => {
    const { source, offset } = caret(WA + snippet);
    return complete(source, offset, shopContext)
      .filter(({ kind }) => kind === "parameter" || kind === "value")
      .map(({ label }) => label);
  };

  it.each([
    "local args = { | }\nwa.send_message(args)",
    "local args = {\n  |\n}\nlocal ok, problem = pcall(wa.send_message, args)\nprint(ok, problem)",
    "wa.send_message(({ | }))",
    "local holder = { args = { | } }\nwa.send_message(holder.args)",
    "local function send(args) return wa.send_message(args) end\nsend({ | })",
    "local function build()\n  return { | }\nend\nwa.send_message(build())",
    "for _, args in ipairs({ { to = '1', body = 'x' }, { | } }) do wa.send_message(args) end",
  ])("parameters: %s", (snippet) => {
    expect(labels(snippet)).toEqual(["to", "body", "preview_url"]);
  });

  it("the parameters that are still missing, and values", () => {
    expect(labels(`local args = { ${TO}, | }\nwa.send_message(args)`)).toEqual(["body", "preview_url"]);
    expect(labels("local args = { to = | }\nwa.send_message(args)")).toContain('"15551234567"');
    expect(labels("local args = { template_name = | }\nwa.send_template(args)")).toContain('"order_update"');
  });

  it("explains a parameter", () => {
    const { source, offset } = caret(`${WA}local args = { |body = "Hi" }\nwa.send_message(args)`);
    expect(hover(source, offset, shopContext)?.markdown).toContain("body: string");
  });
});
