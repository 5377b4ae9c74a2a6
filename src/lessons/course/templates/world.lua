local bodies = {
  "Good news, {{1}}: your tea waits at the counter until {{2}} today.",
  "Hello {{1}}, please collect your parcel by {{2}}; we close then.",
  "We are open until {{2}}, {{1}}, and your order is ready.",
  "Pick-up ends at {{2}}. See you then, {{1}}!",
}
local people = draw.people(draw.int(2, 6))
local contacts = {}
for i, person in ipairs(people) do
  contacts[i] = { waId = person.phone, profileName = person.name }
end
local first, body = people[1], draw.pick(bodies)
return {
  changes = {
    contacts = contacts,
    templates = {
      { name = "pickup_note", language = "en_US", body = body, examples = { "Maya", "5 pm" } },
    },
  },
  facts = {
    to = first.phone,
    first = first.phone,
    text = (body:gsub("{{1}}", first.name):gsub("{{2}}", "6 pm")),
  },
}
