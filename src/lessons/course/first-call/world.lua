local maya = { waId = "15551234567", profileName = "Maya Torres" }
local contacts, received = { maya }, { { from = maya.waId, text = draw.pick({ "Hi!", "Are you open?", "Good morning!" }), minutesAgo = draw.int(1, 200) } }
for _, person in ipairs(draw.people(draw.int(2, 6))) do
  contacts[#contacts + 1] = { waId = person.phone, profileName = person.name }
  received[#received + 1] = { from = person.phone, account = "support", text = "Hello?", minutesAgo = draw.int(1, 900) }
end
return {
  changes = {
    contacts = draw.shuffle(contacts),
    received = received,
  },
}
