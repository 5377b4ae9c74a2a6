-- Given: what the agent wants to do, in a few words.
local template = app.integrations.whatsapp.list_templates().data[1]
local wish = template.components[1].text

print(wish)
print(docs.search(wish))

return { name = "send_message", required = { "to", "body" } }
