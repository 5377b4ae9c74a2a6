-- How many names three contacts share, how many two, how many are alone, and how many contacts have none.
local kinds = {
  { draw.int(1, 2), draw.int(2, 4), draw.int(1, 3), draw.int(2, 3) },
  { 0, 0, draw.int(2, 5), draw.int(2, 3) },
  { 0, 1, draw.int(0, 2), 0 },
  { 0, 0, 0, 0 },
}
local kind = kinds[world.index]
local names, expected = {}, {}
local at = 0
local people = draw.people(12)
for i, times in ipairs({ 3, 2, 1 }) do
  for _ = 1, kind[i] do
    at = at + 1
    local name = people[at].name
    for _ = 1, times do
      table.insert(names, name)
    end
    if times > 1 then
      table.insert(expected, name)
    end
  end
end
for _ = 1, kind[4] do
  table.insert(names, false)
end
table.sort(expected)

-- Whether the shared names appear for the second time in alphabetical order, or backwards, or all side by side.
local function is_easy(list)
  local seen, second, neighbours = {}, {}, 0
  for i, name in ipairs(list) do
    if name and name == list[i - 1] and name ~= list[i - 2] then
      neighbours = neighbours + 1
    end
    seen[name] = (seen[name] or 0) + 1
    if name and seen[name] == 2 then
      table.insert(second, name)
    end
  end
  local forwards, backwards = true, true
  for i, name in ipairs(expected) do
    forwards = forwards and second[i] == name
    backwards = backwards and second[#second + 1 - i] == name
  end
  return forwards or backwards or neighbours == #expected
end

repeat
  names = draw.shuffle(names)
until #expected < 2 or not is_easy(names)

local contacts = {}
for i, person in ipairs(draw.people(#names)) do
  contacts[i] = { waId = person.phone, profileName = names[i] or nil }
end
return {
  changes = { contacts = contacts },
  facts = { shared = expected, count = #expected },
}
