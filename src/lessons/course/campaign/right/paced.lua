-- Components as JSON text, a ledger of its own against doubles, contacts from a coroutine.
local whatsapp = app.integrations.whatsapp.default
local report = { delivered = {}, failed = {}, unknown = {}, later = {}, looks = 0 }
local done = { ["447700900318"] = true, ["33639980190"] = true }
local function everybody()
  return coroutine.wrap(function()
    local cursor
    repeat
      local page = whatsapp.list_contacts({ limit = 5, after = cursor })
      for _, contact in ipairs(page.data) do
        coroutine.yield(contact)
      end
      cursor = page.paging and page.paging.next and page.paging.cursors.after
    until not cursor
  end)
end
local accepted = {}
local send = whatsapp.send_template
for contact in everybody() do
  local to = contact.wa_id
  if not done[to] then
    done[to] = true
    local ok, result = pcall(send, {
      to = to,
      template_name = "season_opening",
      components = json.encode({
        { type = "body", parameters = { { type = "text", text = contact.profile_name or "there" } } },
      }),
    })
    if ok then
      table.insert(accepted, { to, result.messages[1].id })
    elseif result:match("130429") then
      table.insert(report.later, to)
      -- From now on nothing is sent: every further call fails the same way.
      send = function()
        error("(#130429)")
      end
    else
      table.insert(result:match("Failed to connect") and report.unknown or report.failed, to)
    end
  end
end
for _, pair in ipairs(accepted) do
  local message
  repeat
    message = whatsapp.get_message({ message_id = pair[2] }).messages[1]
    report.looks = report.looks + 1
  until message.message_status:find("[rf]") or message.message_status == "delivered" or report.looks > 60
  table.insert(message.message_status == "failed" and report.failed or report.delivered, pair[1])
end
return report
