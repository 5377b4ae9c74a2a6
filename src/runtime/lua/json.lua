-- JSON, RFC 8259. No metamethod is invoked on the way in either direction.
local native, text = ...
local type, next, rawget, rawlen = type, next, rawget, rawlen
local plain, tonumber, math_type, tointeger = tostring, tonumber, math.type, math.tointeger
local concat, rep, format = table.concat, string.rep, string.format
local gsub, find, sub, byte, char = string.gsub, string.find, string.sub, string.byte, string.char
local utf8_len, utf8_char = utf8.len, utf8.char
local raise, is_sequence, sorted_keys = native.raise, text.is_sequence, text.sorted_keys
local huge = math.huge

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }
for code = 0, 31 do
  local c = char(code)
  ESCAPES[c] = ESCAPES[c] or format("\\u%04x", code)
end

local function quote(s)
  return '"' .. gsub(s, '[\0-\31"\\]', ESCAPES) .. '"'
end

-- The shortest digits that read back as the same number, laid out as PHP does it: 5.0 is `5`, 1e17 is `1.0e+17`.
local function number_text(x)
  if math_type(x) == "integer" then return format("%d", x) end
  if x == 0 then return 1 / x < 0 and "-0" or "0" end
  local written = format("%.14e", x)
  if tonumber(written) ~= x then written = format("%.15e", x) end
  if tonumber(written) ~= x then written = format("%.16e", x) end
  local _, _, sign, first, rest, exponent = find(written, "^(-?)(%d)%.(%d-)0*e(.*)$")
  local point = tointeger(tonumber(exponent)) + 1
  if point < -3 or point > 17 then
    return sign .. first .. "." .. (rest == "" and "0" or rest) .. format("e%+d", point - 1)
  end
  local digits = first .. rest
  if point <= 0 then return sign .. "0." .. rep("0", -point) .. digits end
  if #digits <= point then return sign .. digits .. rep("0", point - #digits) end
  return sign .. sub(digits, 1, point) .. "." .. sub(digits, point + 1)
end

-- `style`: indent (text a level, nil for one line), empty(depth) (an empty table's text), levels (tables within tables
-- allowed), base (the value's depth), refuse(value, why, trail, depth) (raises, or returns the JSON to write
-- instead), refuse_key (the same for a key's text), number(x) and foreign(table), both optional: a number's JSON, and why a
-- table must not be encoded.
local encode_value

local function encode_table(t, style, depth, open, trail, out)
  if style.foreign then
    local why = style.foreign(t)
    if why then
      out[#out + 1] = style.refuse(t, why, trail, depth)
      return
    end
  end
  if open[t] then
    out[#out + 1] = style.refuse(t, "contains itself, which JSON cannot hold", trail, depth)
    return
  end
  if depth - style.base > style.levels then
    out[#out + 1] = style.refuse(t, "is nested deeper than " .. style.levels .. " levels", trail, depth)
    return
  end
  if next(t) == nil then
    out[#out + 1] = style.empty(depth)
    return
  end
  open[t] = true
  local pad = style.indent and "\n" .. rep(style.indent, depth) or ""
  local last = style.indent and "\n" .. rep(style.indent, depth - 1) or ""
  if is_sequence(t) then
    for i = 1, rawlen(t) do
      out[#out + 1] = (i == 1 and "[" or ",") .. pad
      trail[depth] = i
      encode_value(rawget(t, i), style, depth, open, trail, out)
    end
    out[#out + 1] = last .. "]"
  else
    local keys, n = sorted_keys(t)
    for i = 1, n do
      local key = keys[i]
      local kind = type(key)
      local name = key
      trail[depth] = nil
      if kind == "number" then
        name = plain(key)
      elseif kind ~= "string" then
        name = style.refuse_key(t, "has a key of type " .. kind .. "; a key must be a string or a number", trail, depth, key)
      end
      trail[depth] = key
      if kind == "string" and not utf8_len(key) then
        name = style.refuse_key(t, "has a key that is not valid UTF-8", trail, depth, key)
      end
      out[#out + 1] = (i == 1 and "{" or ",") .. pad .. quote(name) .. (style.indent and ": " or ":")
      encode_value(rawget(t, key), style, depth, open, trail, out)
    end
    out[#out + 1] = last .. "}"
  end
  trail[depth] = nil
  open[t] = nil
end

-- `depth` counts the tables around the value.
function encode_value(value, style, depth, open, trail, out)
  local kind = type(value)
  if kind == "string" then
    out[#out + 1] = utf8_len(value) and quote(value) or style.refuse(value, "is not valid UTF-8", trail, depth)
  elseif kind == "table" then
    encode_table(value, style, depth + 1, open, trail, out)
  elseif kind == "number" then
    if value ~= value then
      out[#out + 1] = style.refuse(value, "cannot be nan (not a number)", trail, depth)
    elseif value == huge or value == -huge then
      out[#out + 1] = style.refuse(value, "cannot be infinite", trail, depth)
    elseif style.number then
      out[#out + 1] = style.number(value)
    else
      out[#out + 1] = number_text(value)
    end
  elseif kind == "boolean" then
    out[#out + 1] = value and "true" or "false"
  elseif kind == "nil" then
    out[#out + 1] = "null"
  else
    out[#out + 1] = style.refuse(value, "cannot be a " .. kind, trail, depth)
  end
end

-- `trail` holds the keys that lead to the value, style.base of them.
local function encode(value, style, trail)
  local out = {}
  encode_value(value, style, style.base, {}, trail or {}, out)
  return concat(out)
end

-- Keys from the outermost table to the place: `components[1].type`. `first` is the depth to begin at.
local function trail_text(trail, first, depth)
  local out = {}
  for i = first, depth do
    local key = trail[i]
    if key == nil then break end
    if type(key) == "number" then
      out[#out + 1] = "[" .. plain(key) .. "]"
    else
      out[#out + 1] = (#out > 0 and "." or "") .. plain(key)
    end
  end
  return concat(out)
end

local MAX_DECODE_DEPTH = 512

local function fail(what, s, at, why)
  local line, start = 1, 1
  while true do
    local stop = find(s, "\n", start, true)
    if not stop or stop >= at then break end
    line, start = line + 1, stop + 1
  end
  raise(what .. ": " .. why .. " at line " .. line .. " column " .. (at - start + 1) .. ".")
end

local UNESCAPES = { ['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }
local REPLACEMENT = utf8_char(0xFFFD)

-- `at` is after the opening quote. Returns the string and the position after the closing one.
local function decode_string(s, at, what)
  local stop = find(s, '["\\\0-\31]', at)
  if stop and byte(s, stop) == 34 then return sub(s, at, stop - 1), stop + 1 end
  local out = {}
  local from = at
  while true do
    stop = find(s, '["\\\0-\31]', from)
    if not stop then fail(what, s, at - 1, "a string is not closed") end
    out[#out + 1] = sub(s, from, stop - 1)
    local c = byte(s, stop)
    if c == 34 then return concat(out), stop + 1 end
    if c ~= 92 then fail(what, s, stop, "a control character must be written as an escape") end
    local escape = sub(s, stop + 1, stop + 1)
    if escape == "u" then
      local _, last, hex = find(s, "^(%x%x%x%x)", stop + 2)
      if not last then fail(what, s, stop, "\\u needs four hexadecimal digits") end
      local code = tonumber(hex, 16)
      from = last + 1
      if code >= 0xD800 and code <= 0xDFFF then
        local _, low_last, low = find(s, "^\\u([dD][c-fC-F]%x%x)", from)
        if code < 0xDC00 and low_last then
          code = 0x10000 + (code - 0xD800) * 0x400 + tonumber(low, 16) - 0xDC00
          from = low_last + 1
          out[#out + 1] = utf8_char(code)
        else
          out[#out + 1] = REPLACEMENT
        end
      else
        out[#out + 1] = utf8_char(code)
      end
    else
      local plain_char = UNESCAPES[escape]
      if not plain_char then fail(what, s, stop, "unknown escape \\" .. escape) end
      out[#out + 1] = plain_char
      from = stop + 2
    end
  end
end

local function decode_number(s, at, what)
  local _, last = find(s, "^-?%d+", at)
  if not last then fail(what, s, at, "a number needs digits") end
  if find(s, "^-?0%d", at) then fail(what, s, at, "a number must not begin with 0") end
  local _, fraction = find(s, "^%.%d+", last + 1)
  last = fraction or last
  local _, exponent = find(s, "^[eE][+-]?%d+", last + 1)
  last = exponent or last
  if find(s, "^[%w.+]", last + 1) then fail(what, s, at, "malformed number") end
  local number = tonumber(sub(s, at, last))
  return tointeger(number) or number, last + 1
end

local WORDS = { t = { "true", true }, f = { "false", false }, n = { "null", nil } }

local function decode_value(s, at, what, depth)
  at = find(s, "[^ \t\r\n]", at) or #s + 1
  local c = byte(s, at)
  if c == 34 then return decode_string(s, at + 1, what) end
  if c == 123 or c == 91 then
    if depth > MAX_DECODE_DEPTH then fail(what, s, at, "nested deeper than " .. MAX_DECODE_DEPTH .. " levels") end
    local result = {}
    local close = c == 123 and 125 or 93
    local index = 0
    at = find(s, "[^ \t\r\n]", at + 1) or #s + 1
    if byte(s, at) == close then return result, at + 1 end
    while true do
      local key
      if c == 123 then
        if byte(s, at) ~= 34 then fail(what, s, at, "expected a key in quotes") end
        key, at = decode_string(s, at + 1, what)
        at = find(s, "[^ \t\r\n]", at) or #s + 1
        if byte(s, at) ~= 58 then fail(what, s, at, "expected ':'") end
        at = at + 1
      else
        index = index + 1
        key = index
      end
      result[key], at = decode_value(s, at, what, depth + 1)
      at = find(s, "[^ \t\r\n]", at) or #s + 1
      local follow = byte(s, at)
      if follow == close then return result, at + 1 end
      if follow ~= 44 then fail(what, s, at, "expected ',' or '" .. char(close) .. "'") end
      at = find(s, "[^ \t\r\n]", at + 1) or #s + 1
    end
  end
  if c == 45 or (c and c >= 48 and c <= 57) then return decode_number(s, at, what) end
  if not c then fail(what, s, at, "the text ends where a value is expected") end
  local word = WORDS[char(c)]
  if word and sub(s, at, at + #word[1] - 1) == word[1] then return word[2], at + #word[1] end
  fail(what, s, at, "unexpected character")
end

-- `what` is prefixed to error messages.
local function decode(s, what)
  local valid, bad = utf8_len(s)
  if not valid then fail(what, s, bad, "invalid UTF-8") end
  local value, at = decode_value(s, 1, what, 1)
  local rest = find(s, "[^ \t\r\n]", at)
  if rest then fail(what, s, rest, "unexpected text behind the value") end
  return value
end

return { encode = encode, decode = decode, quote = quote, number_text = number_text, trail_text = trail_text }
