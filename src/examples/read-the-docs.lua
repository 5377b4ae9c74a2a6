-- Scripts can read the reference that the Docs tab shows.
print("All pages:")
print(docs.list())

print()
print("Pages about the customer service window:")
print(docs.search("customer service window"))

-- A page is Markdown, so a script can pick out the parameter names.
local page = docs.read("integrations.whatsapp.send_template")
local section = page:match("## Parameters(.-)\n## ")
local parameters = {}
for name, kind in section:gmatch("\n| `([%w_]+)` | (%w+)") do
  parameters[name] = kind
end

print()
print("send_template takes:", parameters)
