local count = ({ draw.int(6, 12), 5, draw.int(3, 4) })[world.index]
local contacts, people = {}, {}
for i, person in ipairs(draw.people(count)) do
  contacts[i] = { waId = person.phone, profileName = person.name }
  people[i] = i <= 5 and person.phone or nil
end
local places = draw.shuffle({ 1, 2, 3 })
local function fault(at, effect)
  return { operation = "send_template", from = places[at], count = 1, effect = effect }
end
local refused = { kind = "error", code = draw.pick({ 131056, 130497, 131000, 4, 100 }) }
local lost = { kind = draw.pick({ "cut", "timeout" }), when = draw.pick({ "before", "after" }) }
local faults = ({
  { fault(1, refused), fault(2, lost), fault(3, { kind = "error", code = draw.pick({ 131057, 130429, 132015 }) }) },
  { fault(1, lost), fault(2, refused) },
  nil,
})[world.index]
return {
  changes = { contacts = contacts, faults = faults },
  facts = { people = people, more = count > 5 },
}
