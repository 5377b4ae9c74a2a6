-- A first contact with a name, without one, or with a name that only looks like nothing; and some others behind it.
local contacts = {}
for i, person in ipairs(draw.people(draw.int(1, 4))) do
  contacts[i] = { waId = person.phone, profileName = person.name }
end
local first = contacts[1]
if world.index == 2 then
  first.profileName = nil
elseif world.index == 3 then
  first.profileName = draw.pick({ "nil", "false", "0", "?" })
end

local text = first.profileName == nil and "no name" or 'the name "' .. first.profileName .. '"'
return {
  changes = { contacts = contacts },
  facts = {
    text = text,
    to = first.waId,
    named = first.profileName ~= nil,
    expected = { to = first.waId, name = first.profileName, named = first.profileName ~= nil },
  },
}
