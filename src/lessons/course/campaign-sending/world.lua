local contacts, people, names = {}, {}, {}
local crowd = draw.people(draw.int(7, 9))
-- One of the first two, and others, show no name.
local nameless = draw.int(1, 2)
for i, person in ipairs(crowd) do
  local name = i ~= nameless and (i < 3 or draw.chance(0.7)) and person.name or nil
  contacts[i] = { waId = person.phone, profileName = name }
  people[i], names[person.phone] = person.phone, name
end
local function fault(from, effect)
  return { operation = "send_template", from = from, count = 1, effect = effect }
end
local refusal = { kind = "error", code = draw.pick({ 130497, 131000, 131056, 132015, 131057 }) }
local lost = { kind = draw.pick({ "cut", "timeout" }), when = draw.pick({ "before", "after" }) }
local faults
if world.index == 2 then
  local places = draw.shuffle({ 2, 3, 4, 5 })
  faults = { fault(places[1], lost), fault(places[2], refusal), fault(places[3], lost) }
elseif world.index == 3 then
  local places = draw.shuffle({ 1, 2, 3 })
  faults = { fault(draw.int(4, 6), { kind = "error", code = 130429 }), fault(places[1], refusal), fault(places[2], lost) }
end
return {
  changes = {
    contacts = contacts,
    templates = {
      {
        name = "season_opening",
        language = "en",
        body = draw.pick({ "Hello {{1}}, we open on Monday.", "Dear {{1}}, the season begins.", "Hi {{1}}! Doors open at nine." }),
        examples = { "Maya" },
      },
    },
    accounts = world.index == 1 and { default = { limits = { messagesPerSecond = 1, managementPerHour = 200 } } } or nil,
    faults = faults,
  },
  facts = { people = people, names = names },
}
