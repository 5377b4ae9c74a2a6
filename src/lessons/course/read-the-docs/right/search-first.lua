-- Finds the page by docs.search, then the row by plain text.
local ok, problem = pcall(function()
  return app.integrations.whatsapp["default"].send_template({ to = "+44 7700 900142", template_name = "restock_alert", language = "en_US" })
end)
print(ok, docs.search("error codes"))
local code = problem:match("%(#(%d+)")
local page = docs.read("app.errors")
if not page:find("| " .. code .. " |", 1, true) then
  page = docs.read("errors")
end
local from = page:find("\n| " .. code .. " |", 1, true) + 1
local to = page:find("\n", from, true)
return { code = math.tointeger(code), row = page:sub(from, to) }
