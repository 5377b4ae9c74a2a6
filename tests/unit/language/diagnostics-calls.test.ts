import { describe } from "vitest";
import { table } from "./marked-table";

const WA = "local wa = app.integrations.whatsapp\n";
const wa = (snippet: string) => WA + snippet;

describe("paths below app", () => {
  table([
    [wa("wa.«unknown-function:send_mesage»({})"), "Did you mean `send_message`?", wa("wa.send_message({})")],
    [wa("wa.«unknown-function:frobnicate»()"), "Functions: send_message, "],
    [wa("pcall(wa.«unknown-function:list_contact»)"), "`list_contacts`", wa("pcall(wa.list_contacts)")],
    [wa("wa.«unknown-account:suport».list_contacts()"), "`support`", wa("wa.support.list_contacts()")],
    [wa("wa.«unknown-account:warehouse».list_contacts()"), "Accounts: default, support, sales."],
    ["app.integrations.«unknown-function:whatsap».get_current_user()", "`whatsapp`"],
    ["app.«unknown-function:integration».whatsapp.get_current_user()", "`integrations`"],
    [wa("local send = wa.send_mesage\n«unknown-function:send»()"), "app.integrations.whatsapp.send_mesage"],
    [wa("local by = { wa.send_mesage }\nreturn by")],
    [wa("local name = ...\nreturn wa[name].list_contacts({ limit = 5 })")],
    [wa("return wa.support.whatsapp_list_contacts({ limit = 5 })")],
  ]);
});

describe("how a function is called", () => {
  table([
    [
      wa("return wa«call-shape::»send_message({ to = '15551234567', body = 'x' })"),
      "with a dot",
      wa("return wa.send_message({ to = '15551234567', body = 'x' })"),
    ],
    [
      wa("return wa.send_message({ «call-shape:'15551234567', 'Hi'» })"),
      "Name each parameter",
      wa("return wa.send_message({ to = '15551234567', body = 'Hi' })"),
    ],
    [wa("return wa.get_current_user(«extra-argument:1, 2»)"), "takes no parameters"],
    [wa("return wa.send_message «positional-arguments:'15551234567'»"), "Pass one table with names"],
    [
      wa("return wa.send_message(«positional-arguments:'15551234567', 'Hi', true, 5»)"),
      "Pass one table with names",
    ],
    [
      wa("return wa.send_message(«positional-arguments:'15551234567', table.unpack({ 'x', true })»)"),
      "Pass one table with names",
    ],
    [wa("return wa.send_message(...)")],
    [wa("local args = { to = '15551234567' }\nargs.body = 'x'\nreturn wa.send_message(args)")],
  ]);
});

describe("fields of a call", () => {
  table([
    [
      wa("return wa.«missing-field:send_message»()"),
      "`to` and `body` are required.",
      wa('return wa.send_message({ to = "15551234567", body = "Hello! Your order is on its way." })'),
    ],
    [
      wa("return wa.«missing-field:send_message»({ to = '15551234567' })"),
      "`body` is required.",
      wa("return wa.send_message({ to = '15551234567', body = \"Hello! Your order is on its way.\" })"),
    ],
    [
      wa("return wa.«missing-field:send_message»({\n  to = '15551234567',\n})"),
      "`body` is required.",
      wa(
        "return wa.send_message({\n  to = '15551234567',\n  body = \"Hello! Your order is on its way.\",\n})",
      ),
    ],
    [wa("return pcall(wa.«missing-field:get_message», {})"), "`message_id` is required."],
    [wa("return wa.send_message({ to = «missing-field:''», body = 'x' })"), "`to` is required."],
    [wa("return wa.send_message({ to = '15551234567', body = «missing-field:nil» })"), "`body` is required."],
    [
      wa("return wa.send_message({ to = '15551234567', body = 'x', «unknown-field:preview_ur» = true })"),
      "`preview_url`",
      wa("return wa.send_message({ to = '15551234567', body = 'x', preview_url = true })"),
    ],
    [wa("return wa.get_current_user({ «unknown-field:id» = 1 })"), "takes no parameters"],
    [
      wa("return wa.list_contacts({ «unknown-field:page_size» = 1, limit = 5 })"),
      "Parameters: limit, after.",
    ],
    [wa("return wa.send_message({ [tostring(1)] = 1 })")],
  ]);
});

describe("kinds and limits of values", () => {
  table([
    [wa("return wa.send_message({ to = «wrong-type:{ '1' }», body = 'x' })"), "not a table"],
    [wa("return wa.send_message({ to = «wrong-type:true», body = 'x' })"), "not `true`"],
    [wa("return wa.list_contacts({ limit = «wrong-type:'many'» })"), "`limit` expects an integer"],
    [wa("return wa.list_contacts({ after = «wrong-type:function() end», limit = 1 })"), "not a function"],
    [wa("return wa.list_contacts({ limit = «out-of-range:0» })"), "at least 1"],
    [wa("return wa.list_contacts({ limit = «out-of-range:-3» })"), "at least 1"],
    [wa("return wa.list_contacts({ limit = «out-of-range:5000» })"), "capped at 1000"],
    [wa("return wa.list_contacts{ limit = «out-of-range:0» }"), "at least 1"],
    [
      wa(`return wa.send_message({ to = '15551234567', body = «too-long:'${"x".repeat(4097)}'» })`),
      "at most 4096 characters. This has 4097",
    ],
    [
      wa("return wa.send_message({ to = '15551234567', body = 'x', preview_url = «out-of-range:'false'» })"),
      "without quotes",
      wa("return wa.send_message({ to = '15551234567', body = 'x', preview_url = false })"),
    ],
    [wa("local LIMIT = 0\nreturn wa.list_contacts({ limit = «out-of-range:LIMIT» })"), "at least 1"],
    [wa("return wa.list_contacts({ limit = '10' })")],
    [wa("return wa.send_message({ to = 15551234567, body = 12, preview_url = 'yes' })")],
    [wa("local n = 0\nn = n + 1\nreturn wa.list_contacts({ limit = n })")],
  ]);
});

describe("phone numbers, message IDs and languages", () => {
  const to = (value: string) => wa(`return wa.send_message({ to = ${value}, body = 'x' })`);
  const language = (value: string) =>
    wa(`return wa.send_template({ to = '15551234567', template_name = 'hello_world', language = ${value} })`);
  table([
    [to("«phone-number:'Maya'»"), "Not a phone number"],
    [to("«phone-number:'12345678901234567'»"), "at most 15 digits. This one has 17"],
    [to("«phone-number:'123'»"), "at least 7 digits"],
    [to("«phone-country:'0151 2345678'»"), "country code is missing"],
    [to("«phone-country:'00447700900142'»"), "Remove the leading 00"],
    [to("«phone-format:'+15551234567'»"), "the `+` isn't needed", to('"15551234567"')],
    [to("«phone-format:'+1 (555) 123-4567'»"), "the `+` isn't needed", to('"15551234567"')],
    [to("«phone-format:'1 555 123 4567'»"), "Digits only", to('"15551234567"')],
    [to("'447700900123'")],
    [to("tostring(15551234567)")],
    [wa("return wa.get_message({ message_id = «message-id:'1234'» })"), "Message IDs start with `wamid.`"],
    [language("«language-code:'en-US'»"), "`en-US` isn't a language code", language('"en_US"')],
    [language("«language-code:'English'»"), "`English` isn't a language code"],
    [language("'en_US'")],
  ]);
});

describe("templates of the simulated world", () => {
  const send = (fields: string) => wa(`return wa.send_template({ to = '15551234567', ${fields} })`);
  table([
    [
      send("template_name = «template-unknown:'helo_world'»"),
      "Did you mean `hello_world`?",
      send('template_name = "hello_world"'),
    ],
    [send("template_name = «template-unknown:'zzz'»"), "Templates: hello_world, order_update, "],
    [
      send("template_name = 'refund_issued', language = «template-language:'de'»"),
      "It exists in: en_US.",
      send("template_name = 'refund_issued', language = \"en_US\""),
    ],
    [
      send("template_name = «template-language:'refund_issued'»"),
      "Template `refund_issued` does not exist in `en` (the default when `language` is omitted)",
      send("template_name = 'refund_issued', language = \"en_US\""),
    ],
    [
      send("template_name = «template-status:'flash_giveaway'», language = 'en_US', components = ..."),
      "rejected",
    ],
    [
      send("template_name = «template-status:'restock_alert'», language = 'en_US', components = ..."),
      "132015",
    ],
    [
      wa(
        "local NAME = 'helo_world'\nreturn wa.send_template({ to = '15551234567', template_name = «template-unknown:NAME» })",
      ),
      "hello_world",
    ],
    [send("template_name = 'hello_world'")],
    [send("template_name = ..., language = 'xx'")],
    [send("template_name = 'refund_issued', language = ...")],
  ]);
});
