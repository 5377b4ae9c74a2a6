-- Codes below the HTTP status, too: the largest number in a message is not the code.
local small, large = { 4, 10, 100, 2 }, { 130429, 131056, 131057, 130497, 131000, 80007 }
local contacts, received, people = {}, {}, {}
for i, person in ipairs(draw.people(draw.int(5, 7))) do
  contacts[i] = { waId = person.phone, profileName = person.name }
  received[i] = { from = person.phone, text = "Where is my order?", minutesAgo = draw.int(1, 1000) }
  people[i] = person.phone
end
local places = draw.shuffle({ 1, 2, 3, 4, 5 })
local faults = {}
local function fail(code)
  table.insert(faults, {
    operation = "send_message",
    from = places[#faults + 1],
    count = 1,
    effect = { kind = "error", code = code },
  })
end
if world.index == 1 then
  fail(draw.pick(large))
elseif world.index == 2 then
  fail(draw.pick(small))
  fail(draw.pick(large))
  -- The same code may come twice.
  fail(draw.pick(large))
end
return {
  changes = {
    contacts = contacts,
    received = received,
    faults = #faults > 0 and faults or nil,
  },
  facts = { people = people },
}
