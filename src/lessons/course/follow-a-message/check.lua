-- The lookups, one right after the other, until the message is decided or 40 lookups are used up.
local sent = run.messages[1]
if not sent then
  return "Nothing was sent, so there was nothing to follow."
end
local lookups, before = 0, nil
for _, call in ipairs(run.calls) do
  if call.name == "get_message" then
    if call.args.message_id ~= sent.id then
      return "You looked up a different message. Pass get_message the ID that your send returned."
    end
    lookups = lookups + 1
  end
  if call.name == "get_message" or call.name == "send_template" then
    if before and call.at and call.at - before > 5000 then
      return "Your script waited " .. math.floor((call.at - before) / 1000) .. " seconds before a lookup. Don't wait: each lookup takes a moment, and a loop that watches the clock ends a live run."
    end
    before = call.at or before
  end
end
if lookups > 40 then
  return "get_message was called " .. lookups .. " times. Give up after 40 lookups."
elseif not run.facts.again and lookups == 40 then
  return "The message was " .. run.facts.status .. " long before your last lookup. Stop as soon as the status is final."
elseif run.facts.again and lookups < 40 then
  return "The status wasn't final, and your script gave up after " .. lookups .. (lookups == 1 and " lookup" or " lookups") .. ". Try up to 40 times."
end
return true
