-- The opt-outs of the starter; some are among the contacts.
local out = draw.shuffle({ "447700900318", "447700900512", "33639980190", "61491570156" })
local known, contacts = {}, {}
for _, phone in ipairs(out) do
  known[phone] = true
end
local many = world.index == 3 and 4 or draw.int(2, 4)
for i = 1, many do
  contacts[i] = { waId = out[i], profileName = draw.chance(0.5) and "Owen" or nil }
end
local total = ({ draw.int(11, 14), draw.pick({ 10, 15 }), 4 })[world.index]
for i, person in ipairs(draw.people(total + 5)) do
  if not known[person.phone] and #contacts < total then
    -- Two without a name at least, then some.
    table.insert(contacts, { waId = person.phone, profileName = i > 2 and draw.chance(0.8) and person.name or nil })
  end
end
return { changes = { contacts = draw.shuffle(contacts) } }
