local contacts, received, names, nameless = {}, {}, {}, {}
local people = draw.shuffle(draw.people(draw.int(8, 10)))
for i, person in ipairs(people) do
  local named = i > draw.int(1, 2)
  contacts[i] = { waId = person.phone, profileName = named and person.name or nil }
  received[i] = { from = person.phone, text = "Hi!", minutesAgo = draw.int(1, 1000) }
  if named then
    names[person.phone] = person.name
  else
    table.insert(nameless, person.phone)
  end
end
-- Calls without a body are refused before they leave, so the faults count those with a name: six at least.
local places = draw.shuffle({ 1, 2, 3, 4, 5, 6 })
local faults = {}
local function fault(effect)
  table.insert(faults, { operation = "send_message", from = places[#faults + 1], count = 1, effect = effect })
end
local function lost()
  fault({ kind = draw.pick({ "cut", "timeout" }), when = draw.pick({ "before", "after" }) })
end
fault({ kind = "error", code = draw.pick({ 130429, 131056, 130497, 131000, 131057 }) })
if world.index == 3 then
  -- An error of the token has no code in its message.
  fault({ kind = "error", code = 190, subcode = 463 })
else
  lost()
end
if world.index == 2 then
  lost()
end
return {
  changes = { contacts = draw.shuffle(contacts), received = received, faults = faults },
  facts = { names = names, nameless = nameless },
}
