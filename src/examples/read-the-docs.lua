-- Scripts can read the reference that the Docs tab shows.
print("All pages:")
print(docs.list())

print()
print("Pages about the customer service window:")
print(docs.search("customer service window"))

-- A page is Markdown, so a script can pick out the parameter names.
local page = docs.read("integrations.whatsapp.send_template")
local parameters = {}
for name, kind in page:gmatch("\n| `([%w_]+)` | (%w+) | %w+ |") do
  parameters[name] = parameters[name] or kind
end

print()
print("send_template takes:", parameters)
