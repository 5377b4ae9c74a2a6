-- Allocation and collection of small tables.
local function grow(depth)
  if depth == 0 then return {} end
  return { grow(depth - 1), grow(depth - 1) }
end

local function count(tree)
  if tree[1] == nil then return 1 end
  return 1 + count(tree[1]) + count(tree[2])
end

return function()
  local nodes = 0
  for _ = 1, 20 do nodes = nodes + count(grow(11)) end
  return nodes
end
