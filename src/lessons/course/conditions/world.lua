-- A kind for each side of each border.
local kinds = {
  { 0, draw.int(1, 3), "empty", "With 0 people, the number of templates does not matter." },
  { 0, 0, "empty", "With 0 people, the number of templates does not matter." },
  { draw.int(2, 9), draw.int(2, 4), "ready", "There are people, not too many, and templates." },
  { 1, 1, "ready", "One person and one template are enough." },
  { 10, draw.int(1, 4), "ready", "10 people are still allowed: compare with <=." },
  { 11, draw.int(1, 4), "wait", "11 people are too many." },
  { draw.int(12, 25), 1, "wait", "More than 10 people are too many." },
  { draw.int(1, 10), 0, "wait", "Without a template nobody is ready. 0 counts as true in Lua, so write templates > 0." },
}
local people, count, expected, why = table.unpack(kinds[world.index])

local contacts, templates = {}, {}
for i, person in ipairs(draw.people(people)) do
  contacts[i] = { waId = person.phone, profileName = person.name }
end
for i = 1, count do
  templates[i] = { name = "note_" .. i, body = "News from the shop." }
end

return {
  changes = { contacts = contacts, templates = templates },
  facts = { people = people, templates = count, expected = expected, why = why },
}
