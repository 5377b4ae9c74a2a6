-- Orders arrive as JSON, written by people: read them, find what matters, send it on.
local inbox = json.decode([=[
[
  {"from": "15551234567", "text": "Where is order #20418? It was due 2026-11-23"},
  {"from": "15551234567", "text": "please cancel ORDER 31007, thank you"},
  {"from": "15551234567", "text": "Do you sell tea?"}
]
]=])

-- Patterns are written between slashes, with flags after them. Groups can have names.
local ORDER = [[/order\s+#?(?<number>\d{5})/i]]

for _, mail in ipairs(inbox) do
  local found = regex.match(mail.text, ORDER)
  if found then
    -- $1, $2, $3 are the groups: this turns a date round.
    local text = regex.gsub(mail.text, [[/(\d{4})-(\d{2})-(\d{2})/]], "$3.$2.$1")
    print("Order " .. found.number .. ": " .. text)
    app.integrations.whatsapp.send_message({
      to = mail.from,
      body = "We are looking into order " .. found.number .. ".",
    })
  else
    print("No order in: " .. mail.text)
  end
end

-- match_all gives lists: the first holds every whole match, the next what the first group took, and so on.
local numbers = regex.match_all("20418, 31007 and 5", [[/\b\d{5}\b/]])[1]

print(json.encode({ orders = numbers, answered = #numbers }))
