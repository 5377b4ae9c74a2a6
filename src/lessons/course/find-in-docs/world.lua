-- Goals that lead to a function with required parameters, to one without, and to one whose page is not the first hit.
local goals = {
  { "send a text message", "text to one person", "recipient", "who wrote to you", "preview link", "send a template", "approved template", "placeholders", "template at any time" },
  { "look up a message", "message ID status", "how far it got" },
  { "list contacts", "profile name", "phone number contacts", "list the templates", "message templates of the account", "user name and email" },
  { "access token", "wa_id profile_name" },
}
local goal = draw.pick(goals[world.index])
-- What the docs say today, not what they said when this was written.
local name = ("\n" .. docs.search(goal)):match("\nintegrations%.whatsapp%.([%w_]+):")
local required = {}
for parameter in docs.read(name):gmatch("| `([%w_]+)` | %a+ | yes |") do
  table.insert(required, parameter)
end
return {
  changes = { templates = { { name = "goal", body = goal } } },
  facts = { goal = goal, name = name, required = required, page = "integrations.whatsapp." .. name },
}
