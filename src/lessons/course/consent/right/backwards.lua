-- From the newest text to the oldest: the first word found for somebody is the last they said.
local wa = app.integrations.whatsapp.default
local inbox = json.decode(wa.list_templates({ limit = 1 }).data[1].components[1].text)
local decided = {}
for i = #inbox, 1, -1 do
  local from, word = inbox[i].from, inbox[i].text:gsub("^%s+", ""):gsub("%s+$", ""):lower()
  local yes, no = word == "yes" or word == "start", word == "stop" or word == "unsubscribe"
  if (yes or no) and not decided[from] then
    decided[from] = true
    if yes then
      wa.send_template({ to = "+" .. from, template_name = "hello_world", language = "en_US" })
    end
  end
end
