-- Notes with an order number at the start, in the middle and at the end, among other digits and other "#".
local with = {
  "Order #%s is packed.",
  "Call 15551234567 about #%s before 5",
  "Ask for #tea, then pack order #%s (2 boxes).",
}
-- Among them at least one without a space on both sides of the number.
local edges = draw.shuffle({
  "#%s is ready for pickup at 6 pm.",
  "3 parcels, one of them for #%s",
  "Refund for order #%s, 40%% of the price",
  "Room 12: cups of #%s, quickly",
})
table.move(edges, 2, #edges, #with + 1, with)
with = draw.shuffle(with)
table.insert(with, 1, edges[1])
local without = {
  "Tag new photos with #tea and #harbour.",
  "Press # to go on.",
  "Nothing to do.",
}
-- Among them at least one with digits that are no order number.
local digits = draw.shuffle({ "The shop closes at 4 today.", "Order 5 more boxes of mint." })
table.insert(without, digits[1])
without = draw.shuffle(without)
table.insert(without, 1, digits[2])

local counts = { { draw.int(3, 6), draw.int(2, 4) }, { 0, draw.int(2, 5) }, { draw.int(1, 2), 0 }, { 0, 0 } }
local few, others = table.unpack(counts[world.index])
local notes = {}
for i, form in ipairs(with) do
  if i <= few then
    -- Some begin with zeros, which a number does not keep.
    local number = (draw.chance(0.25) and "00" or "") .. draw.int(1, 9) .. draw.int(10, 99999)
    notes[#notes + 1] = { text = form:format(number), number = tonumber(number) }
  end
end
for i, text in ipairs(without) do
  if i <= others then
    notes[#notes + 1] = { text = text }
  end
end

local templates, orders = {}, {}
for i, note in ipairs(draw.shuffle(notes)) do
  templates[i] = { name = "note_" .. i, body = note.text }
  if note.number then
    orders[#orders + 1] = note.number
  end
end
return {
  changes = { templates = templates },
  facts = { orders = orders, numbered = #orders },
}
