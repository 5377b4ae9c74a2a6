-- Waits of 1, 2, 4 and 8 seconds, as the text says, with a while loop and goto.
local wa = app.integrations.whatsapp
local accepted = 0
for _, to in ipairs({ "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }) do
  local pause, tries = 1, 0
  while true do
    tries = tries + 1
    local ok, problem = pcall(wa.send_template, { to = to, template_name = "hello_world", language = "en_US" })
    if ok then
      accepted = accepted + 1
      break
    end
    local code = problem:match("#(%d+)")
    if code ~= "130429" and code ~= "131057" then
      goto done
    end
    if tries == 5 then
      break
    end
    local from = os.time()
    repeat
    until os.time() >= from + pause
    pause = pause * 2
  end
end
::done::
print("accepted", accepted)
return accepted
