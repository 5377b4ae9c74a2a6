-- The user allows everything, denies everything, or approves some messages first; and one message fails for another reason.
local count = draw.int(4, 7)
local settings = { "ask", "deny", "allow", "ask" }
local setting = settings[world.index]
local approved = ({ draw.int(2, count - 2), 0, count, 0 })[world.index]
local contacts, people, received = {}, {}, {}
for i, person in ipairs(draw.people(count)) do
  contacts[i] = { waId = person.phone, profileName = person.name }
  people[i] = person.phone
  received[i] = { from = person.phone, text = "Is it ready?", minutesAgo = draw.int(1, 60) }
end

-- The failure is among the approved ones, and one comes after it.
local faults, failed = {}, {}
if approved > 1 then
  local at = draw.int(1, approved - 1)
  faults[1] = { operation = "send_message", from = at, count = 1, effect = { kind = "error", code = draw.pick({ 131000, 131056, 130497 }) } }
  failed[1] = people[at]
end
local sent, waiting = {}, {}
for i, to in ipairs(people) do
  if i > approved then
    waiting[#waiting + 1] = to
  elseif to ~= failed[1] then
    sent[#sent + 1] = to
  end
end
local reason = "none"
if #waiting > 0 then
  reason = setting == "ask" and "approval" or "denied"
end
return {
  changes = {
    contacts = contacts,
    received = received,
    faults = faults,
    templates = { { name = setting .. "_until_" .. approved, body = "Hello" } },
  },
  facts = {
    permitted = table.move(people, 1, approved, 1, {}),
    asked = setting == "ask" and approved + 1 or 0,
    sent = sent,
    failed = failed,
    waiting = waiting,
    reason = reason,
  },
}
