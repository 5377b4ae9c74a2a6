-- print's long way, dump, json, docs: what the contract gives scripts besides Lua's own library.
local native, text, json, namespace = ...
local type, select, tonumber, tointeger, concat = type, select, tonumber, math.tointeger, table.concat
local raise, write, ask_docs = native.raise, native.write, native.docs
local text_of, own_text, tree_of, quote = text.text_of, text.own_text, text.tree_of, json.quote

local FRAME_TEXT, FRAME_PARTS = 0, 1

-- Values joined by tabs; tables also as trees, so that the console can fold them.
local function print_any(...)
  local values, count = { ... }, select("#", ...)
  local texts, parts, pending = {}, {}, ""
  for i = 1, count do
    local value = values[i]
    if i > 1 then pending = pending .. "\t" end
    local shown = own_text(value)
    if shown then
      texts[i] = shown
      pending = pending .. shown
    else
      texts[i] = text_of(value)
      if pending ~= "" then parts[#parts + 1] = '{"kind":"text","text":' .. quote(pending) .. "}" end
      pending = ""
      parts[#parts + 1] = '{"kind":"table","table":' .. tree_of(value, quote) .. "}"
    end
  end
  local whole = concat(texts, "\t")
  if #parts == 0 then
    write(FRAME_TEXT, whole)
    return
  end
  if pending ~= "" then parts[#parts + 1] = '{"kind":"text","text":' .. quote(pending) .. "}" end
  write(FRAME_PARTS, '{"text":' .. quote(whole) .. ',"parts":[' .. concat(parts, ",") .. "]}")
end

local function dump(value)
  print_any(value)
  return value
end

-- Numbers are refused too: the host does.
local function want_string(value, callee, what)
  if type(value) ~= "string" then
    raise(callee .. ": expected string" .. (what and " " .. what or "") .. ", got " .. type(value))
  end
  return value
end

local function refuse_encode(_, why, trail, depth)
  local place = json.trail_text(trail, 1, depth)
  raise("json.encode: " .. (place == "" and "the value" or '"' .. place .. '"') .. " " .. why .. ".")
end

local PRETTY = {
  indent = "    ",
  levels = 512,
  base = 0,
  empty = function() return "[]" end,
  foreign = function(t) return namespace.is_path(t) and "cannot be " .. own_text(t) or nil end,
  refuse = refuse_encode,
  refuse_key = refuse_encode,
}

local json_library = {
  encode = function(...)
    if select("#", ...) == 0 then raise("json.encode: a value is missing.") end
    return (json.encode((...), PRETTY))
  end,
  decode = function(source)
    return json.decode(want_string(source, "json.decode"), "json.decode")
  end,
}

-- A function of the documentation. `op` is the operation that `Host.docs` takes. `what` names its argument, which may be left out if `optional`.
local function documentation(op, callee, what, optional)
  return function(argument, limit)
    -- `docs.read(app.integrations.whatsapp)` reads as it looks.
    if namespace.is_path(argument) then argument = own_text(argument) end
    local given = "null"
    if argument ~= nil or not optional then given = quote(want_string(argument, callee, what)) end
    local most = limit ~= nil and tointeger(tonumber(limit)) or "null"
    local ok, value = namespace.answer(ask_docs('{"op":"' .. op .. '","arg":' .. given .. ',"limit":' .. most .. "}"))
    if not ok then raise(value) end
    return value
  end
end

local docs_library = {
  list = documentation("list", "docs.list", "namespace", true),
  search = documentation("search", "docs.search", "query"),
  read = documentation("read", "docs.read", "page"),
}

return {
  print_any = print_any,
  dump = dump,
  text_of = text_of,
  json = json_library,
  docs = docs_library,
  lua_list_docs = documentation("list", "lua_list_docs", "namespace", true),
  lua_search_docs = documentation("search", "lua_search_docs", "query"),
  lua_read_doc = documentation("tool_read", "lua_read_doc", "page"),
  want_string = want_string,
}
