-- A while loop with goto; what is left is moved in one step.
local wa = app.integrations.whatsapp
local tries = json.decode(wa.list_templates().data[1].components[1].text).tries
local people, at = {}, 1
for _, c in ipairs(wa.list_contacts().data) do
  people[#people + 1] = c.wa_id
end
local sent, later, failed = {}, {}, {}
while people[at] do
  local ok, problem = pcall(wa.send_template, { to = people[at], template_name = "hello_world", language = "en_US" })
  local code = ok or problem:match("#(%d+)")
  if ok then
    sent[#sent + 1] = people[at]
  elseif code == "130429" or code == "131057" then
    goto done
  else
    failed[#failed + 1] = people[at]
  end
  at = at + 1
end
::done::
table.move(people, at, #people, 1, later)
return { sent = sent, later = later, failed = failed, again_in = later[1] and 2 ^ tries * 2 }
