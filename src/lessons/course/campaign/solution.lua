local whatsapp = app.integrations.whatsapp

local opted_out = { ["447700900318"] = true, ["33639980190"] = true }

local report = { delivered = {}, failed = {}, unknown = {}, later = {} }

-- Every contact, page by page.
local function contacts()
  local all, cursor = {}, nil
  repeat
    local page = whatsapp.list_contacts({ limit = 5, after = cursor })
    table.move(page.data, 1, #page.data, #all + 1, all)
    cursor = page.paging and page.paging.next and page.paging.cursors.after
  until not cursor
  return all
end

-- Returns the message's ID; or nil and the list that the person belongs to.
local function send(contact)
  local ok, result = pcall(whatsapp.send_template, {
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
    return result.messages[1].id
  elseif result:find("Failed to connect") then
    return nil, "unknown"
  end
  return nil, result:match("%(#(%d+)%)") == "130429" and "later" or "failed"
end

-- Returns the list that an accepted message puts its person on, once its status is decided.
local function fate(id)
  local status
  for _ = 1, 20 do
    status = whatsapp.get_message({ message_id = id }).messages[1].message_status
    if status ~= "accepted" and status ~= "sent" then
      break
    end
  end
  return status == "failed" and "failed" or "delivered"
end

local accepted, busy = {}, false
for _, contact in ipairs(contacts()) do
  if not opted_out[contact.wa_id] then
    local id, list = nil, "later"
    if not busy then
      id, list = send(contact)
    end
    if id then
      accepted[#accepted + 1] = { to = contact.wa_id, id = id }
    else
      busy = list == "later"
      table.insert(report[list], contact.wa_id)
    end
  end
end

for _, entry in ipairs(accepted) do
  table.insert(report[fate(entry.id)], entry.to)
end

return report
