-- The opt-outs of the starter; some are among the contacts.
local out = draw.shuffle({ "447700900318", "447700900512", "33639980190", "61491570156" })
local known = {}
for _, phone in ipairs(out) do
  known[phone] = true
end
local kinds = draw.shuffle({
  {},
  { behaviour = draw.pick({ "never_reads", "reads_late" }) },
  { marketing = "stopped" },
  { marketing = "held_out" },
  { behaviour = "no_whatsapp" },
  { blockedBy = "contact" },
  { blockedBy = "business" },
})
-- In the United States, no marketing arrives: 131049.
local contacts, people = {}, {}
local us = draw.people(draw.int(1, 2), { country = "us" })
for _, person in ipairs(us) do
  table.insert(people, person.phone)
  table.insert(contacts, { waId = person.phone, profileName = person.name })
end
for i, person in ipairs(draw.people(#kinds + 6)) do
  local kind = kinds[i] or {}
  if not known[person.phone] and #people < 2 + #kinds then
    table.insert(people, person.phone)
    table.insert(contacts, {
      waId = person.phone,
      profileName = person.name,
      behaviour = kind.behaviour,
      marketing = kind.marketing,
      blockedBy = kind.blockedBy,
    })
  end
end
for i = 1, draw.int(2, 4) do
  table.insert(contacts, { waId = out[i] })
end
return {
  changes = {
    contacts = draw.shuffle(contacts),
    templates = {
      { name = "tasting", language = "en", category = "MARKETING", body = "Join us for a tasting on Saturday." },
    },
  },
  facts = { people = people },
}
