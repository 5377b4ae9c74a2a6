-- The ledger of the starter; some of it is among the contacts.
local ledger = draw.shuffle({ "447700900007", "447700900042", "447700900123", "33639980190", "61491570156" })
local known, contacts, people = {}, {}, {}
for _, phone in ipairs(ledger) do
  known[phone] = true
end
local everyone = world.index == 3 and 1 or draw.int(4, 6)
for _, person in ipairs(draw.people(everyone + 5)) do
  if not known[person.phone] and #people < everyone then
    table.insert(contacts, { waId = person.phone, profileName = person.name })
    table.insert(people, person.phone)
  end
end
for i = 1, world.index == 3 and 5 or draw.int(2, 3) do
  table.insert(contacts, { waId = ledger[i] })
end
local function fault(from, effect)
  return { operation = "send_template", from = from, count = 1, effect = effect }
end
local places = draw.shuffle({ 1, 2, 3, 4 })
local faults
if world.index == 1 then
  faults = {
    fault(places[1], { kind = draw.pick({ "cut", "timeout" }), when = "after" }),
    fault(places[2], { kind = draw.pick({ "cut", "timeout" }), when = "after" }),
  }
elseif world.index == 2 then
  faults = {
    fault(places[1], { kind = draw.pick({ "cut", "timeout" }), when = "before" }),
    fault(places[2], { kind = "error", code = draw.pick({ 130497, 131000, 132015 }) }),
  }
end
return {
  changes = { contacts = draw.shuffle(contacts), faults = faults },
  facts = { people = people },
}
