local function unwanted()
  -- A US number fails with 131049, somebody who stopped marketing with 131050.
  return draw.chance(0.5) and "us" or "stopped"
end
-- Whom the first five are.
local kinds
if world.index == 1 then
  kinds = { unwanted() }
elseif world.index == 2 then
  -- One of each: whoever counts a single code counts too few.
  kinds = { "us", "stopped" }
elseif world.index == 3 then
  kinds = { unwanted(), unwanted(), draw.chance(0.5) and unwanted() or nil }
else
  -- Failures that don't count, and one that may.
  kinds = { "held_out", "no_whatsapp", draw.pick({ "blocked", "no_whatsapp" }), draw.chance(0.5) and unwanted() or nil }
end
while #kinds < 5 do
  table.insert(kinds, "fine")
end
kinds = draw.shuffle(kinds)
-- The others never decide.
for _ = 1, draw.int(3, 6) do
  table.insert(kinds, draw.pick({ "fine", "fine", "stopped", "us" }))
end
local home, us = draw.people(#kinds), draw.people(#kinds, { country = "us" })
local contacts, people = {}, {}
for i, kind in ipairs(kinds) do
  local person = kind == "us" and us[i] or home[i]
  people[i] = person.phone
  contacts[i] = {
    waId = person.phone,
    profileName = person.name,
    marketing = (kind == "stopped" or kind == "held_out") and kind or nil,
    behaviour = kind == "no_whatsapp" and "no_whatsapp" or nil,
    blockedBy = kind == "blocked" and "business" or nil,
  }
end
return {
  changes = {
    contacts = contacts,
    templates = {
      { name = "tasting", language = "en", category = "MARKETING", body = "Join us for a tasting on Saturday." },
    },
  },
  facts = { people = people },
}
