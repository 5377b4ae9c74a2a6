-- Each send in a coroutine of its own, which catches an error as pcall does.
local wa, codes = app.integrations.whatsapp, {}
for _, contact in ipairs(wa.list_contacts({ limit = 10 }).data) do
  local thread = coroutine.create(function(message)
    return wa.send_message(message)
  end)
  local ok, problem = coroutine.resume(thread, { to = contact.wa_id, body = "Your order is on its way." })
  if not ok then
    codes[#codes + 1] = math.tointeger((problem:gsub("^.*%(#(%d+)%).*$", "%1")))
  end
end
return codes
