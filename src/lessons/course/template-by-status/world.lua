local preferred = { "fr", "de", "en_GB", "en_US" }
local others = { "PENDING", "REJECTED", "PAUSED" }
-- The first language with APPROVED: each in a world of its own, none in the fifth.
local first = world.index
local templates = {}
local function add(name, language, status)
  table.insert(templates, { name = name, language = language, status = status, body = "We open at nine. Number " .. #templates })
end
for i, language in ipairs(preferred) do
  if i == first or (i > first and world.index == 1) then
    add("opening_hours", language, "APPROVED")
  elseif i == 1 then
    -- Not approved, and not rejected either.
    add("opening_hours", language, draw.pick({ "PENDING", "PAUSED" }))
  elseif draw.chance(0.7) and (first < 5 or i < 4) then
    add("opening_hours", language, draw.pick(others))
  end
  -- Another name, in the languages that don't count.
  add(draw.pick({ "opening_party", "hours" }) .. "_" .. i, language, "APPROVED")
end
add("opening_hours", draw.pick({ "es", "it", "pt_BR" }), "APPROVED")
local contacts = {}
for i, person in ipairs(draw.people(3)) do
  contacts[i] = { waId = person.phone, profileName = person.name }
end
return {
  changes = { templates = draw.shuffle(templates), contacts = contacts },
  facts = { to = contacts[1].waId, first = contacts[1].waId, language = preferred[first] or "none" },
}
