-- A bit of everything scripts do, for about a tenth of a second: arithmetic, tables, strings, closures, coroutines, calls.
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
local function round(i)
  local list = {}
  for k = 1, 200 do list[k] = { id = k * i % 97, name = "item " .. k, price = k / 3 } end
  table.sort(list, function(a, b) return a.id < b.id end)
  local parts = {}
  for k, item in ipairs(list) do
    parts[#parts + 1] = item.name:gsub("item", "order"):upper() .. string.format("%.2f", item.price)
    if k % 20 == 0 then print(k, item.name) end
  end
  print({ parts[1], { count = #parts } })
  local text = json.encode(list)
  local back = json.decode(text)
  for word in table.concat(parts, " "):gmatch("%a+") do back[word] = #word end
  local ok = pcall(error, "expected")
  local steps = coroutine.wrap(function() for k = 1, 20 do coroutine.yield(k) end end)
  for _ = 1, 20 do steps() end
  app.integrations.warm.call{ to = "1", body = text:sub(1, 50), ok = ok }
  return fib(16)
end
local i = 0
while os.clock() < 0.1 do
  i = i + 1
  round(i)
end
