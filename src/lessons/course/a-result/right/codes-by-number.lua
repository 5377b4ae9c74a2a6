-- The table built at the end, and an empty list by the same way as a full one.
local wa = app.integrations.whatsapp
local response = wa.list_contacts({ limit = 5 })
local sent, failed, unknown = 0, setmetatable({}, { __index = table }), {}
for i = 1, #response.data do
  local to = response.data[i].wa_id
  local ok, problem = pcall(function()
    wa.send_template({ to = to, template_name = "hello_world", language = "en_US" })
    sent = sent + 1
  end)
  if not ok then
    local code, found = problem:gsub(".*%(#(%d+)%).*", "%1")
    if found == 1 then
      failed:insert({ code = tonumber(code), to = to })
    else
      unknown[#unknown + 1] = to
    end
  end
end
local paging = response.paging
return { more = not not (paging and paging.next), failed = failed, sent = sent, unknown = unknown }
