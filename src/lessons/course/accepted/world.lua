local contacts, received, people = {}, {}, {}
local bad = { { behaviour = "no_whatsapp" }, { blockedBy = "contact" }, { blockedBy = "business" } }
-- At least one message fails, and at least one arrives.
local failing = world.index == 3 and 0 or world.index == 2 and draw.int(2, 4) or draw.int(1, 2)
for i, person in ipairs(draw.people(draw.int(failing + 2, failing + 4))) do
  local what = i <= failing and draw.pick(bad) or { behaviour = draw.pick({ "reads_at_once", "reads_late", "never_reads" }) }
  contacts[i] = { waId = person.phone, profileName = person.name, behaviour = what.behaviour, blockedBy = what.blockedBy }
  received[i] = { from = person.phone, text = "Hello!", minutesAgo = draw.int(5, 600) }
  people[i] = person.phone
end
return {
  changes = { contacts = draw.shuffle(contacts), received = received },
  facts = { people = people },
}
