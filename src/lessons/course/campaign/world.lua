-- The opt-outs of the starter: both among the contacts in the first two worlds, else one of them.
local out = draw.shuffle({ "447700900318", "33639980190" })
local known = { [out[1]] = true, [out[2]] = true }
local contacts, people, names = {}, {}, {}
for i = 1, world.index < 3 and 2 or 1 do
  table.insert(contacts, { waId = out[i], profileName = draw.chance(0.5) and "Owen" or nil })
end
local fates = { {}, {} }
if world.index == 1 then
  fates = {
    { blockedBy = draw.pick({ "contact", "business" }) },
    { behaviour = "no_whatsapp" },
    { behaviour = "never_reads" },
    { behaviour = "reads_late" },
  }
end
if world.index == 4 then
  -- The few messages that get out fail, and the first look is too early to see it.
  for at = 1, 12 do
    fates[at] = { behaviour = "no_whatsapp" }
  end
end
-- Two or three pages; in the first world the last page is full.
local total = world.index == 1 and 10 or draw.int(7, 12)
for _, person in ipairs(draw.people(total + 4)) do
  if not known[person.phone] and #contacts < total then
    local at = #people + 1
    -- One of the first two shows no name.
    local name = at ~= 2 and (at == 1 or draw.chance(0.7)) and person.name or nil
    local fate = fates[at] or {}
    table.insert(contacts, {
      waId = person.phone,
      profileName = name,
      behaviour = fate.behaviour,
      blockedBy = fate.blockedBy,
    })
    people[at], names[person.phone] = person.phone, name
  end
end
local function fault(from, effect)
  return { operation = "send_template", from = from, count = 1, effect = effect }
end
local refusal = { kind = "error", code = draw.pick({ 130497, 131000, 131056, 132015, 131057 }) }
local lost = { kind = draw.pick({ "cut", "timeout" }), when = draw.pick({ "before", "after" }) }
local faults
if world.index == 3 then
  local places = draw.shuffle({ 1, 2, 3, 4 })
  faults = { fault(places[1], { kind = "cut", when = "after" }), fault(places[2], refusal), fault(places[3], lost) }
elseif world.index == 4 then
  local places = draw.shuffle({ 1, 2 })
  faults = { fault(draw.int(4, 5), { kind = "error", code = 130429 }), fault(places[1], refusal), fault(places[2], lost) }
end
return {
  changes = {
    contacts = draw.shuffle(contacts),
    templates = {
      {
        name = "season_opening",
        language = "en",
        body = draw.pick({ "Hello {{1}}, we open on Monday.", "Dear {{1}}, the season begins.", "Hi {{1}}! Doors open at nine." }),
        examples = { "Maya" },
      },
    },
    accounts = world.index == 2 and { default = { limits = { messagesPerSecond = 1, managementPerHour = 200 } } } or nil,
    faults = faults,
  },
  facts = { people = people, names = names },
}
