for _, call in ipairs(run.calls) do
  if call.name == "send_message" or call.name == "send_template" then
    return "Your script called " .. call.name .. ". This part only makes the list."
  end
end
return true
