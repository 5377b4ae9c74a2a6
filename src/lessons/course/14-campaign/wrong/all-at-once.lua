-- expects: five
local whatsapp = app.integrations.whatsapp

local opted_out = { ["447700900318"] = true, ["33639980190"] = true }

local report = { delivered = {}, failed = {}, unknown = {} }

local function wait(seconds)
  local started = os.time()
  while os.time() < started + seconds do
  end
end

-- Every contact, page by page.
local function contacts()
  local all, cursor = {}, nil
  repeat
    local page = whatsapp.list_contacts({ limit = 100, after = cursor })
    table.move(page.data, 1, #page.data, #all + 1, all)
    cursor = page.paging and page.paging.next and page.paging.cursors.after
  until not cursor
  return all
end

-- Gives the message's ID; or nil and the list that the person belongs to.
local function send(contact)
  for try = 1, 5 do
    local ok, answer = pcall(whatsapp.send_template, {
      to = contact.wa_id,
      template_name = "season_opening",
      language = "en",
      components = {
        {
          type = "body",
          parameters = { { type = "text", text = contact.profile_name or "there" } },
        },
      },
    })
    if ok then
      return answer.messages[1].id
    elseif answer:find("Failed to connect", 1, true) then
      return nil, report.unknown
    elseif answer:match("%(#(%d+)%)") ~= "130429" then
      return nil, report.failed
    end
    wait(2 ^ try)
  end
  return nil, report.failed
end

local accepted = {}
for _, contact in ipairs(contacts()) do
  if not opted_out[contact.wa_id] then
    local id, list = send(contact)
    if id then
      accepted[#accepted + 1] = { to = contact.wa_id, id = id }
    else
      table.insert(list, contact.wa_id)
    end
  end
end

wait(3)
for _, entry in ipairs(accepted) do
  local status = whatsapp.get_message({ message_id = entry.id }).messages[1].message_status
  table.insert(status == "failed" and report.failed or report.delivered, entry.to)
end

return report
