-- Paced beforehand, components as JSON text, a ledger of its own against doubles.
local whatsapp = app.integrations.whatsapp.default
local report = { delivered = {}, failed = {}, unknown = {}, waited = 0 }
local done = { ["447700900318"] = true, ["33639980190"] = true }
local function wait(seconds)
  report.waited = report.waited + seconds
  local over = os.time() + seconds
  while os.time() < over do
  end
end
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
for contact in everybody() do
  local to = contact.wa_id
  local tries = done[to] and 0 or 5
  done[to] = true
  while tries > 0 do
    wait(2)
    local ok, answer = pcall(whatsapp.send_template, {
      to = to,
      template_name = "season_opening",
      components = json.encode({
        { type = "body", parameters = { { type = "text", text = contact.profile_name or "there" } } },
      }),
    })
    tries = tries - 1
    if ok then
      table.insert(accepted, { to, answer.messages[1].id })
      tries = 0
    elseif answer:match("130429") then
      wait(2 ^ (5 - tries))
      if tries == 0 then
        table.insert(report.failed, to)
      end
    else
      table.insert(answer:match("Failed to connect") and report.unknown or report.failed, to)
      tries = 0
    end
  end
end
wait(3)
for _, pair in ipairs(accepted) do
  local message = whatsapp.get_message({ message_id = pair[2] }).messages[1]
  table.insert(message.message_status == "failed" and report.failed or report.delivered, pair[1])
end
return report
