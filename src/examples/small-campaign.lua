-- A small campaign: greet everyone who has a name and didn't opt out.
local whatsapp = app.integrations.whatsapp.sales

local TEMPLATE, LANGUAGE = "order_update", "en"

-- Keep your own list of opt-outs: WhatsApp has none that you can read.
local opted_out = { ["447700900318"] = true }

-- Account or template errors: every later message would fail too.
local STOP_ON = {}
for _, code in ipairs({ 132001, 132015, 132016, 130429, 131031 }) do
  STOP_ON[code] = true
end

local report = { sent = {}, skipped = {}, failed = {} }

local function contacts()
  return coroutine.wrap(function()
    local cursor
    repeat
      local page = whatsapp.list_contacts({ limit = 5, after = cursor })
      for _, contact in ipairs(page.data) do
        coroutine.yield(contact)
      end
      local more = page.paging and page.paging.next
      cursor = more and page.paging.cursors.after
    until not cursor
  end)
end

local function reason_to_skip(contact)
  if opted_out[contact.wa_id] then
    return "opted out"
  elseif not contact.profile_name then
    return "no profile name"
  end
end

local function send(contact)
  local what = contact.profile_name .. ", the tasting on Saturday"
  return pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = TEMPLATE,
    language = LANGUAGE,
    components = {
      {
        type = "body",
        parameters = {
          { type = "text", text = what },
          { type = "text", text = "open for booking" },
        },
      },
    },
  })
end

for contact in contacts() do
  local skip = reason_to_skip(contact)
  if skip then
    table.insert(report.skipped, { to = contact.wa_id, reason = skip })
  else
    local ok, result = send(contact)
    if ok then
      local id = result.messages[1].id
      table.insert(report.sent, { to = contact.wa_id, id = id })
    else
      local failure = { to = contact.wa_id, reason = result }
      table.insert(report.failed, failure)
      if STOP_ON[tonumber(result:match("%(#(%d+)%)"))] then
        print("Stopped early: " .. result)
        break
      end
    end
  end
end

for _, outcome in ipairs({ "sent", "skipped", "failed" }) do
  print(string.format("%-8s %d", outcome, #report[outcome]))
end
for _, entry in ipairs(report.skipped) do
  print("  " .. entry.to .. " skipped: " .. entry.reason)
end

return report
