-- A script can't sleep, so it returns what to retry, and when.
local whatsapp = app.integrations.whatsapp

-- Codes worth a retry, with the seconds to wait first. The docs page
-- `errors` lists all codes.
local WAIT = {
  [131056] = 4, -- too many messages to one person; then 16, 64 …
  [130429] = 5, -- too many messages per second
  [131057] = 60, -- the account is in maintenance mode
  [131000] = 30, -- something went wrong at Meta
  [131016] = 60, -- service unavailable
}

-- Returns "sent", "later" and the time to retry, "never" or "unknown".
local function try(job)
  local message = { to = job.to, body = job.body }
  local ok, result = pcall(whatsapp.send_message, message)
  if ok then
    return "sent"
  end
  -- The connection broke: the message may have gone out. Don't resend.
  if result:find("Failed to connect", 1, true) then
    return "unknown", result
  end
  local wait = WAIT[tonumber(result:match("%(#(%d+)%)"))]
  if wait then
    return "later", os.time() + math.floor(wait ^ job.tries)
  end
  return "never", result
end

local jobs = {
  { to = "15551234567", body = "See you tomorrow at ten.", tries = 1 },
  { to = "15551234567", body = ("much too long "):rep(400), tries = 1 },
}

-- Too many messages to one person hit the pair rate limit (131056).
for number = 1, 60 do
  local body = "Reminder " .. number
  jobs[#jobs + 1] = { to = "15559876543", body = body, tries = 1 }
end

local count, queue = {}, {}
for _, job in ipairs(jobs) do
  local verdict, detail = try(job)
  count[verdict] = (count[verdict] or 0) + 1
  if verdict == "later" then
    job.tries = job.tries + 1
    job.not_before = detail
    queue[#queue + 1] = job
  elseif verdict ~= "sent" then
    print(verdict .. ": " .. detail)
  end
end

print("Outcome:", count)
if queue[1] then
  local first = os.date("!%H:%M:%S", queue[1].not_before)
  print("First retry at " .. first .. " UTC")
end

-- The queue is the result: the next run continues from here.
return queue
