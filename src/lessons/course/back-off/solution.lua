local whatsapp = app.integrations.whatsapp

-- What the agent passes: tries is how many runs have tried already.
local input = whatsapp.list_templates().data[1].components[1].text
local tries = json.decode(input).tries

local RETRYABLE = { [130429] = true, [131057] = true }
local report = { sent = {}, later = {}, failed = {} }

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local list = "later"
  if not report.again_in then
    local template = { to = contact.wa_id, template_name = "hello_world", language = "en_US" }
    local ok, problem = pcall(whatsapp.send_template, template)
    if ok then
      list = "sent"
    elseif RETRYABLE[tonumber(problem:match("%(#(%d+)%)"))] then
      report.again_in = 2 ^ (tries + 1)
    else
      list = "failed"
    end
  end
  table.insert(report[list], contact.wa_id)
end

return report
