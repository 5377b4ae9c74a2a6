-- Which calls fail, by the kind of day: none, the first send, the last, some, the list itself, every send; or nobody is there.
local count = draw.int(4, 7)
if world.index == 6 then
  count = 0
end
local contacts, people, faults = {}, {}, {}
for i, person in ipairs(draw.people(count)) do
  contacts[i] = { waId = person.phone, profileName = draw.chance(0.7) and person.name or nil }
  people[i] = person.phone
end
local accepted = count
local function fail(operation, from, times)
  accepted = accepted - (times or accepted)
  local effect = { kind = "error", code = draw.pick({ 131000, 130497, 131056 }) }
  faults[#faults + 1] = { operation = operation, from = from, count = times, effect = effect }
end
if world.index == 2 then
  fail("send_template", 1, 1)
elseif world.index == 3 then
  fail("send_template", draw.int(2, count - 2), 1)
  fail("send_template", count, 1)
elseif world.index == 4 then
  fail("list_contacts", 1, nil)
  people = {}
elseif world.index == 5 then
  fail("send_template", 1, nil)
end
return {
  changes = { contacts = contacts, faults = faults },
  facts = { people = people, listed = world.index ~= 4, accepted = accepted },
}
