local contacts, people = {}, {}
for i, person in ipairs(draw.people(draw.int(5, 8))) do
  contacts[i] = { waId = person.phone, profileName = person.name }
  people[i] = person.phone
end
local function fault(from, code, count)
  return { operation = "send_template", from = from, count = count, effect = { kind = "error", code = code } }
end
local busy, others = { 130429, 131057 }, { 132015, 130497, 131030, 100, 132001 }
local faults
if world.index == 2 then
  faults = { fault(draw.int(1, 4), 131057) }
elseif world.index == 3 then
  faults = { fault(draw.int(2, 4), 131057, 1) }
elseif world.index == 4 then
  faults = { fault(draw.int(1, 4), 132015) }
elseif world.index == 5 then
  local first = draw.int(1, 2)
  faults = { fault(first, draw.pick(others), 1), fault(draw.int(first + 1, 4), draw.pick(busy), 1) }
end
local tries = draw.int(0, 5)
return {
  changes = {
    contacts = contacts,
    templates = {
      { name = "input", language = "en", body = json.encode({ tries = tries }) },
      { name = "hello_world", language = "en_US", body = "Welcome and congratulations!!" },
    },
    accounts = world.index == 1 and { default = { limits = { messagesPerSecond = 1, managementPerHour = 200 } } } or nil,
    faults = faults,
  },
  facts = { people = people, tries = tries },
}
