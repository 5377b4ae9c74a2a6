-- A while loop with goto; what is left is moved in one step.
local wa = app.integrations.whatsapp
local people = { "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }
local tries, at = 2, 1
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
