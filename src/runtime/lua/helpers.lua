-- print's long way, dump, json, docs: what the contract gives scripts besides Lua's own library.
local native, text, json, namespace = ...
local type, select, plain, concat = type, select, tostring, table.concat
local raise, write, ask_docs = native.raise, native.write, native.docs
local text_of, own_text, tree_of, quote = text.text_of, text.own_text, text.tree_of, json.quote

local FRAME_TEXT, FRAME_PARTS = 0, 1

-- Values joined by tabs; tables also as trees, so that the console can fold them.
local function print_any(...)
  local count = select("#", ...)
  local texts, parts, pending = {}, {}, ""
  for i = 1, count do
    local value = select(i, ...)
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

local function want_string(value, callee, what)
  if type(value) == "number" then return plain(value) end
  if type(value) ~= "string" then raise(callee .. ": " .. what .. " must be a string, got " .. type(value) .. ".") end
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
  refuse = refuse_encode,
  refuse_key = refuse_encode,
}

local json_library = {
  encode = function(...)
    if select("#", ...) == 0 then raise("json.encode: a value is missing.") end
    return (json.encode((...), PRETTY))
  end,
  decode = function(source)
    return json.decode(want_string(source, "json.decode", "the text"), "json.decode")
  end,
}

local function documentation(op, argument)
  local given = argument == nil and "null" or quote(argument)
  local ok, value = namespace.answer(ask_docs('{"op":"' .. op .. '","arg":' .. given .. "}"))
  if not ok then raise(value) end
  return value
end

local function page_argument(op, callee, what)
  return function(argument)
    -- `docs.read(app.integrations.whatsapp)` reads as it looks.
    if type(argument) == "table" then argument = own_text(argument) end
    return documentation(op, want_string(argument, callee, what))
  end
end

local docs_library = {
  list = function() return documentation("list") end,
  search = page_argument("search", "docs.search", "the query"),
  read = page_argument("read", "docs.read", "the page"),
}

return {
  print_any = print_any,
  dump = dump,
  text_of = text_of,
  json = json_library,
  docs = docs_library,
  lua_list_docs = docs_library.list,
  lua_search_docs = page_argument("search", "lua_search_docs", "the query"),
  lua_read_doc = page_argument("read", "lua_read_doc", "the page"),
  want_string = want_string,
}
