-- A function of what the last run returned; sends caught.
local wa = app.integrations.whatsapp.default
local function run(earlier)
  local result = { sent = {} }
  local page = wa.list_contacts({ limit = "5", after = earlier.after or "" })
  for i = #page.data, 1, -1 do
    local to = page.data[i].wa_id
    if pcall(wa.send_template, { to = "+" .. to, template_name = "hello_world", language = "en_US" }) then
      table.insert(result.sent, to)
    end
  end
  if page.paging and page.paging.next then
    result.after = page.paging.cursors.after
  end
  return result
end
return run(json.decode(wa.list_templates({ limit = 1 }).data[1].components[1].text))
