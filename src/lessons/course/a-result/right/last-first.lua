-- From the last contact to the first.
local wa = app.integrations.whatsapp
local page = wa.list_contacts({ limit = 5 })
local result = { sent = 0, failed = {}, more = page.paging ~= nil and page.paging.next ~= nil }
for i = #page.data, 1, -1 do
  local ok, problem = pcall(wa.send_template, { to = page.data[i].wa_id, template_name = "hello_world", language = "en_US" })
  if ok then
    result.sent = result.sent + 1
  else
    local code = problem:match("%(#(%d+)%)")
    table.insert(result.failed, { to = page.data[i].wa_id, code = tonumber(code) })
  end
end
return result
