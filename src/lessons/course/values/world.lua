-- As many guests as the kind of world asks for; the first one is the host.
local guests
if world.index == 1 then
  guests = 4 * draw.int(1, 6) + draw.int(1, 3)
elseif world.index == 2 then
  guests = 4 * draw.int(1, 6)
else
  guests = draw.int(1, 3)
end

local contacts = {}
for i, person in ipairs(draw.people(guests)) do
  contacts[i] = { waId = person.phone, profileName = person.name }
end

local host, tables, waiting = contacts[1].profileName, guests // 4, guests % 4
return {
  changes = { contacts = contacts },
  facts = {
    host = host,
    guests = guests,
    tables = tables,
    waiting = waiting,
    tablesText = tables .. " full tables",
    waitingText = waiting .. " waiting",
    expected = host .. ": " .. tables .. " full tables, " .. waiting .. " waiting",
  },
}
