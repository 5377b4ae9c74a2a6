local shapes = {
  function(n) return "+" .. n:sub(1, 2) .. " " .. n:sub(3, 6) .. " " .. n:sub(7) end,
  function(n) return "00" .. n:sub(1, 2) .. " " .. n:sub(3, 7) .. "-" .. n:sub(8) end,
  function(n) return "+" .. n:sub(1, 2) .. "(" .. n:sub(3, 5) .. ")" .. n:sub(6) end,
  function(n) return n end,
}
-- A British number as people at home write it.
local function national(n)
  return draw.pick({ "0" .. n:sub(3), "0" .. n:sub(3, 6) .. " " .. n:sub(7), "(0" .. n:sub(3, 6) .. ") " .. n:sub(7) })
end
local numbers, people = {}, {}
for i, person in ipairs(draw.people(draw.int(3, 4), { country = "gb" })) do
  table.insert(people, person.phone)
  table.insert(numbers, i <= 2 and national(person.phone) or draw.pick(shapes)(person.phone))
end
-- The first one a second time, in another way.
table.insert(numbers, shapes[draw.int(1, 4)](people[1]))
local abroad = draw.people(draw.int(3, 5), { country = draw.pick({ "fr", "de", "se", "au" }) })
for i, person in ipairs(abroad) do
  table.insert(people, person.phone)
  -- Each shape once, then any.
  table.insert(numbers, (shapes[i] or draw.pick(shapes))(person.phone))
end
table.insert(numbers, shapes[2](people[#people]))
return {
  changes = {
    templates = {
      { name = "input", language = "en", body = (json.encode(draw.shuffle(numbers)):gsub("\n%s*", "")) },
      { name = "hello_world", language = "en_US", body = "Welcome and congratulations!!" },
    },
  },
  facts = { people = people },
}
