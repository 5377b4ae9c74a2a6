-- Which of the five calls fail: some, always with the first of them in one world and with the last in another, none, or all.
local fails = { {}, {}, {}, {} }
for call = 1, 5 do
  fails[1][call] = call == 1 or draw.chance(0.4)
  fails[2][call] = call == 5 or (call > 1 and draw.chance(0.4))
  fails[3][call] = false
  fails[4][call] = true
end
-- The first world has a call that succeeds.
fails[1][draw.int(2, 5)] = false

local faults, failed = {}, 0
local effects = draw.shuffle({
  { kind = "error", code = 131000 },
  { kind = "error", code = 131016 },
  { kind = "error", code = 130429 },
  { kind = "cut", when = draw.pick({ "before", "after" }) },
  { kind = "http", status = 502, contentType = "text/html", body = "<html>Bad gateway</html>" },
})
for call, effect in ipairs(effects) do
  if fails[world.index][call] then
    failed = failed + 1
    faults[failed] = { operation = "get_current_user", from = call, count = 1, effect = effect }
  end
end
return {
  changes = { faults = faults },
  facts = { failed = failed, answered = 5 - failed },
}
