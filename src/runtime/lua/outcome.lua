-- How a chunk ended: its results as JSON, its error as text.
local native, text, json = ...
local type, pcall, select, plain, setmetatable = type, pcall, select, tostring, setmetatable
local concat, sub, utf8_len, math_type = table.concat, string.sub, utf8.len, math.type
local quote = json.quote

local REPLACEMENT = utf8.char(0xFFFD)
-- Largest whole number that JSON's readers keep exactly.
local SAFE = 1 << 53

-- Valid UTF-8, whatever was given.
local function clean(s)
  local from, out = 1, {}
  while true do
    local valid, bad = utf8_len(s, from)
    if valid then break end
    out[#out + 1] = sub(s, from, bad - 1) .. REPLACEMENT
    from = bad + 1
  end
  if from == 1 then return s end
  return concat(out) .. sub(s, from)
end

-- A value's text; never raises, whatever a __tostring does. `what` it is stands for a value that has no text.
local function safe_text(value, what)
  local ok, written = pcall(text.text_of, value)
  if ok then return written end
  if type(written) == "string" then return "(" .. what .. " whose __tostring failed: " .. written .. ")" end
  return "(" .. what .. " whose __tostring failed)"
end

local function as_text(value, why)
  if type(value) == "table" and why == "contains itself, which JSON cannot hold" then return '"<circular>"' end
  return quote(clean(safe_text(value, "a value")))
end

local has_large = false

local RESULT = {
  levels = 512,
  base = 0,
  empty = function() return "[]" end,
  foreign = function(t) return native.metafield(t, "__tostring") ~= nil and "has its own text" or nil end,
  refuse = as_text,
  refuse_key = function(_, _, _, _, key) return clean(safe_text(key, "a key")) end,
  number = function(x)
    if math_type(x) ~= "integer" or (x <= SAFE and x >= -SAFE) then return json.number_text(x) end
    has_large = true
    return quote(plain(x))
  end,
}

-- The same indented, in which large integers are numbers, for readers that keep them.
local EXACT = setmetatable({ indent = "    ", base = 1, number = json.number_text }, { __index = RESULT })

-- The results as JSON, and as exact JSON if they hold an integer that JavaScript would round.
local function results(...)
  local given, out, count = { ... }, {}, select("#", ...)
  for i = 1, count do out[i] = json.encode(given[i], RESULT) end
  local text = "[" .. concat(out, ",") .. "]"
  if not has_large then return text end
  for i = 1, count do out[i] = json.encode(given[i], EXACT, { i }) end
  return text, "[\n    " .. concat(out, ",\n    ") .. "\n]"
end

return { results = results, error_text = function(value) return safe_text(value, "an error object") end }
