-- Which failures are worth another try, and when? A script cannot sleep: it notes when, and ends.
local whatsapp = app.integrations.whatsapp

-- Codes that pass by themselves, with the seconds to wait the first time. Docs page `errors` has them all.
local WAIT = {
  [131056] = 4, -- too many messages to one person; Meta advises 4, 16, 64 … seconds
  [130429] = 5, -- too many messages a second
  [131057] = 60, -- the account is being upgraded
  [131000] = 30, -- something went wrong at Meta
  [131016] = 60, -- service unavailable
}

-- Gives "sent", "later" with the time to try again, "never", or "unknown".
local function try(job)
  local ok, answer = pcall(whatsapp.send_message, { to = job.to, body = job.body })
  if ok then
    return "sent"
  end
  -- The connection broke: the message may have gone out, so nobody should repeat it blindly.
  if answer:find("Failed to connect", 1, true) then
    return "unknown", answer
  end
  local wait = WAIT[tonumber(answer:match("%(#(%d+)%)"))]
  if wait then
    return "later", os.time() + math.floor(wait ^ job.tries)
  end
  return "never", answer
end

local jobs = {
  { to = "15551234567", body = "Your appointment is tomorrow at ten.", tries = 1 },
  { to = "15551234567", body = ("much too long "):rep(400), tries = 1 },
}

-- A flood to one person runs into the limit for pairs (131056).
for number = 1, 60 do
  jobs[#jobs + 1] = { to = "15559876543", body = "Reminder " .. number, tries = 1 }
end

local count, queue = {}, {}
for _, job in ipairs(jobs) do
  local verdict, detail = try(job)
  count[verdict] = (count[verdict] or 0) + 1
  if verdict == "later" then
    queue[#queue + 1] = { to = job.to, body = job.body, tries = job.tries + 1, not_before = detail }
  elseif verdict ~= "sent" then
    print(verdict .. ": " .. detail)
  end
end

print("Outcome:", count)
if queue[1] then
  print("First retry at " .. os.date("!%H:%M:%S", queue[1].not_before) .. " UTC")
end

-- The queue is the result: the next run can take it from here.
return queue
