-- From the last contact to the first, numbers instead of strings.
local wa = app.integrations.whatsapp
local page = wa.list_contacts({ limit = 5 })
local result = { sent = 0, failed = {}, unknown = {}, more = page.paging ~= nil and page.paging.next ~= nil }
for i = #page.data, 1, -1 do
  local to = math.tointeger(page.data[i].wa_id)
  local ok, problem = pcall(wa.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  local code = not ok and problem:match("%(#(%d+)%)")
  if ok then
    result.sent = result.sent + 1
  elseif code then
    table.insert(result.failed, { to = to, code = tonumber(code) })
  else
    table.insert(result.unknown, to)
  end
end
return result
