-- Goes through the page line by line, under the tool's own name of the function.
local ok, problem = pcall(function()
  app.integrations.whatsapp.send_template({ to = "447700900142", template_name = "restock_alert", language = "en_US" })
end)
local code = math.tointeger(problem:match("#(%d+)"))
local row
for line in lua_read_doc("errors"):gmatch("[^\n]+") do
  if line:sub(1, #tostring(code) + 3) == "| " .. code .. " " then
    row = line
  end
end
print(row)
return { row = row, code = code, ok = ok }
