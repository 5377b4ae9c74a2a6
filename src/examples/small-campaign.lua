-- A small campaign: everyone who has a name and did not opt out gets a message with their own name in it.
local whatsapp = app.integrations.whatsapp.sales

local TEMPLATE, LANGUAGE = "order_update", "en"

-- Opt-outs are yours to keep: WhatsApp has no list of them that could be read.
local opted_out = { ["447700900318"] = true }

-- Stop at these: they concern the account, so every further message would fail as well.
local HOPELESS = { [132001] = true, [132015] = true, [132016] = true, [130429] = true, [131031] = true }

local report = { sent = {}, skipped = {}, failed = {} }

local function contacts()
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

local function reason_to_skip(contact)
  if opted_out[contact.wa_id] then
    return "opted out"
  elseif not contact.profile_name then
    return "no profile name"
  end
end

local function send(contact)
  return pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = TEMPLATE,
    language = LANGUAGE,
    components = {
      {
        type = "body",
        parameters = {
          { type = "text", text = contact.profile_name .. ", the tasting on Saturday" },
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
    local ok, answer = send(contact)
    if ok then
      table.insert(report.sent, { to = contact.wa_id, id = answer.messages[1].id })
    else
      table.insert(report.failed, { to = contact.wa_id, reason = answer })
      if HOPELESS[tonumber(answer:match("%(#(%d+)%)"))] then
        print("Stopped early: " .. answer)
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
