-- Comparisons instead of a table; more fields than asked for.
local wa = app.integrations.whatsapp
local sent, later, never = {}, {}, {}
for _, c in ipairs(wa.list_contacts({ limit = 50 }).data) do
  local ok, problem = pcall(wa.whatsapp_send_template, { to = c.wa_id, template_name = "hello_world", language = "en_US" })
  if ok then
    sent[#sent + 1] = c.wa_id
  else
    local code = math.tointeger(problem:match("%(#(%d+)%)"))
    if code == 4 or code == 130429 or code == 131000 or code == 131016 or code == 131056 or code == 131057 then
      later[#later + 1] = c.wa_id
    else
      never[#never + 1] = c.wa_id
      print("not again", c.wa_id, code)
    end
  end
end
return { never = never, later = later, sent = sent, count = #sent }
