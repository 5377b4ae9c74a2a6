-- Somebody of every kind; in the second world more of those no message reaches.
local kinds = { "open", "closed", "never", "gone", "blocked" }
for _ = 1, draw.int(1, 3) do
  table.insert(kinds, draw.pick(world.index == 1 and { "open", "closed", "never" } or { "gone", "blocked", "closed", "barred" }))
end
local contacts, received, people = {}, {}, {}
for i, person in ipairs(draw.people(#kinds)) do
  local kind = kinds[i]
  contacts[i] = { waId = person.phone, profileName = person.name }
  people[i] = person.phone
  if kind == "gone" then
    contacts[i].behaviour = "no_whatsapp"
  elseif kind == "barred" then
    contacts[i].blockedBy = "contact"
  elseif kind == "blocked" then
    contacts[i].blockedBy = "business"
  end
  if kind == "open" or kind == "blocked" and draw.chance(0.5) then
    table.insert(received, { from = person.phone, text = "Hello?", minutesAgo = draw.int(1, 1410) })
  elseif kind == "closed" then
    table.insert(received, { from = person.phone, text = "Thanks, bye!", minutesAgo = draw.int(1441, 5000) })
  end
end
return {
  changes = { contacts = draw.shuffle(contacts), received = received },
  facts = { people = people },
}
