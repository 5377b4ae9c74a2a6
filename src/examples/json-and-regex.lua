-- Read messages from JSON, find the order numbers, and reply.
local inbox = json.decode([=[
[
  {"from": "15551234567", "text": "Order #20418 was due 2026-11-23"},
  {"from": "15551234567", "text": "please cancel ORDER 31007"},
  {"from": "15551234567", "text": "Do you sell tea?"}
]
]=])

-- Write patterns between slashes, with flags after the last one.
local ORDER = [[/order\s+#?(?<number>\d{5})/i]]
local DATE = [[/(\d{4})-(\d{2})-(\d{2})/]]

for _, mail in ipairs(inbox) do
  local found = regex.match(mail.text, ORDER)
  if found then
    -- $1, $2 and $3 are the groups: 2026-11-23 becomes 23.11.2026.
    local text = regex.gsub(mail.text, DATE, "$3.$2.$1")
    print("Order " .. found.number .. ": " .. text)
    app.integrations.whatsapp.send_message({
      to = mail.from,
      body = "We are looking into order " .. found.number .. ".",
    })
  else
    print("No order in: " .. mail.text)
  end
end

-- match_all returns lists: all whole matches first, then those of each
-- group.
local matches = regex.match_all("20418, 31007 and 5", [[/\b\d{5}\b/]])
local numbers = matches[1]

print(json.encode({ orders = numbers, answered = #numbers }))
