-- Two seconds between any two sends; an error that the helper raises ends it all.
local function sleep(n)
  local t = os.time() + n
  while os.time() < t do
  end
end
local n = 0
pcall(function()
  for i = 1, 5 do
    local to = "44770090010" .. i
    for try = 0, 4 do
      sleep(2 + 4 ^ try)
      local ok, problem = pcall(app.integrations.whatsapp.send_template, {
        to = to,
        template_name = "hello_world",
        language = "en_US",
      })
      if ok then
        n = n + 1
        break
      end
      if not (problem:find("130429", 1, true) or problem:find("131057", 1, true)) then
        error(problem, 0)
      end
    end
  end
end)
return n
