local letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

-- The text as base64 for addresses, which is how the simulator writes a cursor.
local function base64(text)
  local bits = text:gsub(".", function(char)
    local byte, out = char:byte(), ""
    for _ = 1, 8 do
      out, byte = byte % 2 .. out, byte // 2
    end
    return out
  end)
  bits = bits .. ("0"):rep(-#bits % 6)
  return (bits:gsub("......", function(six)
    local at = tonumber(six, 2) + 1
    return letters:sub(at, at)
  end))
end

local done, left = 5 * draw.int(1, 2), draw.int(1, 4)
if world.index == 1 then
  done, left = 0, draw.int(6, 9)
elseif world.index == 2 then
  left = draw.int(6, 9)
elseif world.index == 4 then
  left = 5
end
local contacts, people = {}, {}
for i, person in ipairs(draw.people(done + left)) do
  contacts[i] = { waId = person.phone, profileName = person.name }
  if i > done and i <= done + 5 then
    table.insert(people, person.phone)
  end
end
local after = done > 0 and base64("AQHS:contact:" .. contacts[done].waId) or nil
return {
  changes = {
    contacts = contacts,
    templates = {
      { name = "input", language = "en", body = json.encode({ sent = { done }, after = after }) },
      { name = "hello_world", language = "en_US", body = "Welcome and congratulations!!" },
    },
  },
  facts = { people = people, after = after, count = #people },
}
