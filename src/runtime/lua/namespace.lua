-- `app`: a namespace of any depth. Indexing makes a longer path, calling it goes through the door (`door.ts`).
local native, text, json = ...
local type, setmetatable, select = type, setmetatable, select
local plain, concat, utf8_len = tostring, table.concat, utf8.len
local raise, quote, trail_text = native.raise, json.quote, json.trail_text

-- By proxy: { parent = record, name = segment, proxy, children }. Weak, so that paths nobody holds go away.
local records = setmetatable({}, { __mode = "k" })
local meta = { __metatable = "app is read-only" }
local weak_values = { __mode = "v" }

local function make(parent, name)
  local proxy = setmetatable({}, meta)
  records[proxy] = { parent = parent, name = name }
  return proxy
end

local function segments(record)
  local reversed, n = {}, 0
  while record do
    n = n + 1
    reversed[n] = record.name
    record = record.parent
  end
  local path = {}
  for i = n, 1, -1 do path[n - i + 1] = reversed[i] end
  return path
end

local function path_text(proxy)
  return concat(segments(records[proxy]), ".")
end

function meta.__index(self, key)
  local record = records[self]
  local name = type(key) == "string" and key or text.text_of(key)
  local children = record.children
  if not children then
    children = setmetatable({}, weak_values)
    record.children = children
  end
  local child = children[name]
  if not child then
    child = make(record, name)
    children[name] = child
  end
  return child
end

function meta.__newindex(self, key)
  local name = type(key) == "string" and key or text.text_of(key)
  local root = segments(records[self])[1]
  raise(path_text(self) .. "." .. name .. " cannot be assigned: " .. root .. " is read-only.")
end

function meta.__tostring(self)
  return path_text(self)
end

-- The table of arguments as JSON. Refusals begin with the function's name and name the parameter.
local function call_style(name)
  local function refuse(_, why, trail, depth)
    local place = trail_text(trail, 2, depth)
    raise(name .. ": " .. (place == "" and "the argument" or '"' .. place .. '"') .. " " .. why .. ".")
  end
  return {
    levels = 64,
    -- The argument's place in the list comes first in the trail.
    base = 1,
    empty = function(depth) return depth == 2 and "{}" or "[]" end,
    foreign = function(t) return records[t] and "cannot be " .. path_text(t) or nil end,
    refuse = refuse,
    refuse_key = refuse,
  }
end

-- Values by position are lost on the host. The call's row shows them, so what JSON cannot hold becomes the name of its type.
local LOST = {
  levels = 0,
  base = 0,
  empty = function() return quote("table") end,
  refuse = function(value) return quote(type(value)) end,
}

-- What follows a table is ignored.
local function encode_arguments(name, args, count)
  if count == 0 then return "[]" end
  if type(args[1]) == "table" then return "[" .. json.encode(args[1], call_style(name), { 1 }) .. "]" end
  local out = {}
  for i = 1, count do out[i] = json.encode(args[i], LOST) end
  return "[" .. concat(out, ",") .. "]"
end

-- What exists below these names belongs to the agent host itself: its tools, and MCP servers.
local function refuse_host_only(path)
  if path[1] == "mcp" or path[2] == "tools" or path[2] == "mcp" then
    raise(concat(path, ".") .. " exists only on the agent host. Scripts here can call what is below app.integrations.")
  end
end

-- The request `Host.call` takes, without braces and line: the door adds these.
local function request(proxy, ...)
  local path = segments(records[proxy])
  refuse_host_only(path)
  local count = select("#", ...)
  local args = { ... }
  local callee = concat(path, ".")
  if records[args[1]] then
    raise("Call " .. callee .. " with a dot, not a colon: " .. callee .. "{...}")
  end
  while count > 0 and args[count] == nil do count = count - 1 end
  local quoted = {}
  -- "app" itself is not part of the path.
  for i = 2, #path do
    if not utf8_len(path[i]) then raise("Unknown function: the name behind " .. concat(path, ".", 1, i - 1) .. " is not valid UTF-8.") end
    quoted[i - 1] = quote(path[i])
  end
  return '"path":[' .. concat(quoted, ",") .. '],"args":' .. encode_arguments(path[#path], args, count)
end

-- What the answer of `Host.call` or `Host.docs` means: true and the value, or false and the message.
local function answer(reply)
  local decoded = json.decode(reply, "answer")
  if decoded.ok == true then return true, decoded.value end
  return false, type(decoded.message) == "string" and decoded.message or "The call failed without a message."
end

return {
  root = make(nil, "app"),
  mcp = make(nil, "mcp"),
  is_path = function(value) return records[value] ~= nil end,
  request = request,
  answer = answer,
  meta = meta,
}
