-- Find a template's placeholders and fill them from a table.
local whatsapp = app.integrations.whatsapp

local function find(name, language)
  local cursor
  repeat
    local page = whatsapp.list_templates({ limit = 20, after = cursor })
    for _, template in ipairs(page.data) do
      if template.name == name and template.language == language then
        return template
      end
    end
    local more = page.paging and page.paging.next
    cursor = more and page.paging.cursors.after
  until not cursor
  error("no template " .. name .. " in " .. language, 0)
end

-- The names between {{ and }}, in order: "1", "2", or words.
local function placeholders(text)
  local names = {}
  for name in (text or ""):gmatch("{{%s*([%w_]+)%s*}}") do
    names[#names + 1] = name
  end
  return names
end

local function fill(template, values)
  local components = {}
  for _, part in ipairs(template.components) do
    local names = placeholders(part.text)
    if #names > 0 then
      local parameters = {}
      for _, name in ipairs(names) do
        local value = values[name] or values[tonumber(name)]
        assert(value, "no value for {{" .. name .. "}}")
        -- Named placeholders need their name. Line breaks and runs of
        -- spaces are not allowed in any value.
        parameters[#parameters + 1] = {
          type = "text",
          parameter_name = not tonumber(name) and name or nil,
          text = tostring(value):gsub("%s+", " "),
        }
      end
      components[#components + 1] = {
        type = part.type:lower(),
        parameters = parameters,
      }
    end
  end
  return components
end

local template = find("order_update", "en")
local components = fill(template, { "Order #20418", "on\nits way" })
dump(components)

return whatsapp.send_template({
  to = "15551234567",
  template_name = template.name,
  language = template.language,
  components = components,
})
