-- A while loop with goto and the code as a number; numbers in the lists.
local wa = app.integrations.whatsapp
local people, at = wa.list_contacts().data, 1
local accepted, later, failed, unknown = {}, {}, {}, {}
while people[at] do
  local to, name = math.tointeger(people[at].wa_id), people[at].profile_name
  if name == nil then
    name = "there"
  end
  local ok, result = pcall(wa.whatsapp_send_template, {
    to = to,
    template_name = "season_opening",
    language = "en",
    components = { { type = "body", parameters = { { type = "text", text = name } } } },
  })
  local code = not ok and tonumber(result:match("%(#(%d+)%)"))
  if ok then
    accepted[#accepted + 1] = { to = to, id = result.messages[1].id, name = name }
  elseif code == 130429 then
    break
  elseif code then
    failed[#failed + 1] = to
  else
    unknown[#unknown + 1] = to
  end
  at = at + 1
end
for i = at, #people do
  later[#later + 1] = people[i].wa_id
end
return { accepted = accepted, later = later, failed = failed, unknown = unknown }
