-- Given: what the agent wants to do, in a few words.
local template = app.integrations.whatsapp.list_templates().data[1]
local goal = template.components[1].text

print(goal)
print(docs.search(goal))

return { name = "send_message", required = { "to", "body" } }
