local kinds = { "open", "open", "closed", "stopped" }
for _ = 1, draw.int(2, 4) do
  table.insert(kinds, draw.pick(world.index == 1 and { "open", "closed", "late" } or { "closed", "gone", "blocked", "late" }))
end
local contacts, received, people, open = {}, {}, {}, {}
for i, person in ipairs(draw.people(#kinds)) do
  local kind = kinds[i]
  people[i] = person.phone
  contacts[i] = {
    waId = person.phone,
    profileName = person.name,
    marketing = kind == "stopped" and "stopped" or nil,
    behaviour = kind == "gone" and "no_whatsapp" or kind == "late" and "reads_late" or nil,
    blockedBy = kind == "blocked" and draw.pick({ "business", "contact" }) or nil,
  }
  if kind == "open" or kind == "stopped" and draw.chance(0.5) then
    table.insert(received, { from = person.phone, text = "Hi!", minutesAgo = draw.int(1, 1400) })
    table.insert(open, person.phone)
  elseif kind == "closed" and draw.chance(0.5) then
    table.insert(received, { from = person.phone, text = "Bye!", minutesAgo = draw.int(1441, 5000) })
  end
end
return {
  changes = {
    contacts = draw.shuffle(contacts),
    received = received,
    templates = {
      { name = "order_ready", language = "en", category = "UTILITY", body = "Your order is ready." },
      { name = "tasting", language = "en", category = "MARKETING", body = "Join us for a tasting on Saturday." },
    },
  },
  facts = { people = people, open = open },
}
