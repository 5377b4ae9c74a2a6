-- Scripts can read the same reference that stands beside the editor.
print("Every page, with a line about it:")
print(docs.list())

print()
print("Pages about the customer service window:")
print(docs.search("customer service window"))

-- A page is Markdown, so a script can pick out what it needs: here the names of the parameters.
local page = docs.read("integrations.whatsapp.send_template")
local parameters = {}
for name, kind in page:gmatch("\n| `([%w_]+)` | (%w+) | %w+ |") do
  parameters[name] = parameters[name] or kind
end

print()
print("send_template takes:", parameters)
