-- Values as text: what tostring, print and dump show, and the tree the console folds.
-- Library functions are taken as locals before a script runs: nothing it overwrites can reach them.
local native = ...
local type, next, rawget, rawlen = type, next, rawget, rawlen
local plain, concat, sort, rep = tostring, table.concat, table.sort, string.rep
local raise, metafield = native.raise, native.metafield

local MAX_DEPTH = 100
local TOO_DEEP = "<nested too deep>"
local MAX_NODES = 10000

-- True for 1..n without holes or other keys, n > 0.
local function is_sequence(t)
  local n = rawlen(t)
  if n == 0 or rawget(t, 1) == nil then return false end
  local count = 0
  for _ in next, t do count = count + 1 end
  if count ~= n then return false end
  for i = 1, n do
    if rawget(t, i) == nil then return false end
  end
  return true
end

local RANK = { number = 1, string = 2, boolean = 3 }

-- Numbers ascending, then strings, then the rest by their text.
local function key_before(a, b)
  local rank_a, rank_b = RANK[type(a)] or 4, RANK[type(b)] or 4
  if rank_a ~= rank_b then return rank_a < rank_b end
  if rank_a <= 2 then return a < b end
  return plain(a) < plain(b)
end

local function sorted_keys(t)
  local keys, n = {}, 0
  for key in next, t do
    n = n + 1
    keys[n] = key
  end
  sort(keys, key_before)
  return keys, n
end

-- The text of anything but a table to be written out; nil for such a table.
local function own_text(value)
  local kind = type(value)
  if kind == "string" then return value end
  if kind == "table" or kind == "userdata" then
    local how = metafield(value, "__tostring")
    if how ~= nil then
      if type(how) ~= "function" and metafield(how, "__call") == nil then raise("'__tostring' is not a function") end
      local text = how(value)
      if type(text) == "number" then text = plain(text) end
      if type(text) ~= "string" then raise("'__tostring' must return a string") end
      return text
    end
    if kind == "table" and type(metafield(value, "__name")) ~= "string" then return nil end
  end
  return plain(value)
end

-- A key's text; a table as key is not written out.
local function key_text(key)
  if type(key) == "table" and metafield(key, "__tostring") == nil then return plain(key) end
  return own_text(key)
end

local write

local function write_table(t, out, depth, open)
  if open[t] then
    out[#out + 1] = "<circular>"
    return
  end
  if next(t) == nil then
    out[#out + 1] = "{}"
    return
  end
  if depth >= MAX_DEPTH then
    out[#out + 1] = TOO_DEEP
    return
  end
  open[t] = true
  local pad = rep("  ", depth + 1)
  if is_sequence(t) then
    for i = 1, rawlen(t) do
      out[#out + 1] = (i == 1 and "[\n" or ",\n") .. pad
      write(rawget(t, i), out, depth + 1, open)
    end
    out[#out + 1] = "\n" .. rep("  ", depth) .. "]"
  else
    local keys, n = sorted_keys(t)
    for i = 1, n do
      out[#out + 1] = (i == 1 and "{\n" or ",\n") .. pad .. key_text(keys[i]) .. ": "
      write(rawget(t, keys[i]), out, depth + 1, open)
    end
    out[#out + 1] = "\n" .. rep("  ", depth) .. "}"
  end
  open[t] = nil
end

function write(value, out, depth, open)
  local text = own_text(value)
  if text then out[#out + 1] = text else write_table(value, out, depth, open) end
end

local function text_of(value)
  local text = own_text(value)
  if text then return text end
  local out = {}
  write_table(value, out, 0, {})
  return concat(out)
end

local KINDS = { string = "string", number = "number", boolean = "boolean" }

-- A written-out table as JSON of a TableNode; `budget.left` entries at most, the rest counted.
local function tree(t, quote, budget, depth, open, out)
  local list = is_sequence(t)
  local keys, n
  if list then n = rawlen(t) else keys, n = sorted_keys(t) end
  out[#out + 1] = list and '{"kind":"list","entries":[' or '{"kind":"map","entries":['
  open[t] = true
  local shown = 0
  for i = 1, n do
    if budget.left == 0 then break end
    budget.left = budget.left - 1
    shown = i
    local key = list and i or keys[i]
    local value = rawget(t, key)
    out[#out + 1] = (i == 1 and "[" or ",[") .. quote(key_text(key)) .. ","
    local text = own_text(value)
    local kind = KINDS[type(value)] or "other"
    if not text then
      if open[value] then
        text = "<circular>"
      elseif depth >= MAX_DEPTH then
        text = TOO_DEEP
      end
    end
    if text then
      out[#out + 1] = '{"kind":"' .. kind .. '","text":' .. quote(text) .. "}]"
    else
      out[#out + 1] = '{"kind":"table","table":'
      tree(value, quote, budget, depth + 1, open, out)
      out[#out + 1] = "}]"
    end
  end
  open[t] = nil
  out[#out + 1] = '],"omitted":' .. plain(n - shown) .. "}"
end

local function tree_of(t, quote)
  local out = {}
  tree(t, quote, { left = MAX_NODES }, 1, {}, out)
  return concat(out)
end

return { text_of = text_of, own_text = own_text, tree_of = tree_of, is_sequence = is_sequence, sorted_keys = sorted_keys }
