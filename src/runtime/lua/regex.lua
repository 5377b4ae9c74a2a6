-- regex.*: Perl-style patterns. The matching is JavaScript's (`regex/`); it gives byte spans, and tables are built here.
local native, _, json, _, helpers = ...
local type, tonumber, tointeger = type, tonumber, math.tointeger
local sub, concat, find = string.sub, table.concat, string.find
local raise, find_matches = native.raise, native.find_matches

-- PHP's flags by their numbers (https://www.php.net/manual/en/pcre.constants.php).
local PATTERN_ORDER, SET_ORDER, OFFSET_CAPTURE, UNMATCHED_AS_NULL = 1, 2, 256, 512

local function tonumber_of(value)
  local kind = type(value)
  if kind == "number" or kind == "string" then return tonumber(value) end
end

local function want_integer(value, default, callee, what)
  if value == nil then return default end
  local number = tonumber_of(value)
  number = number and tointeger(number)
  if not number then raise(callee .. ": " .. what .. " must be a whole number, got " .. type(value) .. ".") end
  return number
end

local function run(callee, subject, pattern, limit)
  helpers.want_string(subject, callee, "subject")
  helpers.want_string(pattern, callee, "pattern")
  local reply = json.decode(find_matches(subject, pattern, limit), "regex")
  if not reply.ok then raise(callee .. ": " .. reply.message .. ".") end
  return reply.value
end

-- What a group gives: its text; with OFFSET_CAPTURE text and where it begins (from 1), 0 when it took no part.
local function capture(subject, span, flags)
  local text
  if span then
    text = sub(subject, span[1], span[2])
  elseif flags & UNMATCHED_AS_NULL == 0 then
    text = ""
  end
  if flags & OFFSET_CAPTURE ~= 0 then return { text, span and span[1] or 0 } end
  return text
end

local function one_match(found, subject, spans, flags)
  local result = {}
  local last = found.groups
  -- As preg_match: groups behind the last one that took part are left out.
  while last > 1 and not spans[last] do last = last - 1 end
  for i = 1, last do result[i] = capture(subject, spans[i], flags) end
  for i = 1, #found.names do
    local name, group = found.names[i][1], found.names[i][2] + 1
    if group <= last then result[name] = result[group] end
  end
  return result
end

local function match(subject, pattern, flags)
  flags = want_integer(flags, 0, "regex.match", "flags")
  local found = run("regex.match", subject, pattern, 1)
  if found.matches[1] == nil then return nil end
  return one_match(found, subject, found.matches[1], flags)
end

local function match_all(subject, pattern, flags)
  flags = want_integer(flags, PATTERN_ORDER, "regex.match_all", "flags")
  local found = run("regex.match_all", subject, pattern, -1)
  local matches, result = found.matches, {}
  if flags & SET_ORDER ~= 0 then
    for i = 1, #matches do result[i] = one_match(found, subject, matches[i], flags) end
    return result
  end
  for group = 1, found.groups do
    local column = {}
    for i = 1, #matches do column[i] = capture(subject, matches[i][group] or nil, flags) end
    result[group] = column
  end
  for i = 1, #found.names do result[found.names[i][1]] = result[found.names[i][2] + 1] end
  return result
end

-- `$1`, `${1}`, `\1`, `\0`, two digits at most, as preg_replace has them; `\\` before a digit is a backslash.
local function expand(template, texts)
  local function reference(digits)
    return texts[tointeger(tonumber(digits)) + 1] or ""
  end
  local out, at = {}, 1
  while true do
    local start = find(template, "[$\\]", at)
    if not start then break end
    out[#out + 1] = sub(template, at, start - 1)
    local _, stop, digits = find(template, "^[$\\](%d%d?)", start)
    if not stop then _, stop, digits = find(template, "^%${(%d%d?)}", start) end
    if stop then
      out[#out + 1] = reference(digits)
      at = stop + 1
    elseif find(template, "^\\\\", start) then
      out[#out + 1] = "\\"
      at = start + 2
    else
      out[#out + 1] = sub(template, start, start)
      at = start + 1
    end
  end
  out[#out + 1] = sub(template, at)
  return concat(out)
end

local function replace(subject, pattern, replacement, limit)
  limit = want_integer(limit, -1, "regex.gsub", "limit")
  helpers.want_string(subject, "regex.gsub", "subject")
  helpers.want_string(pattern, "regex.gsub", "pattern")
  helpers.want_string(replacement, "regex.gsub", "replacement")
  local found = run("regex.gsub", subject, pattern, limit)
  local out, at = {}, 1
  for i = 1, #found.matches do
    local spans = found.matches[i]
    out[#out + 1] = sub(subject, at, spans[1][1] - 1)
    out[#out + 1] = expand(replacement, one_match(found, subject, spans, 0))
    at = spans[1][2] + 1
  end
  out[#out + 1] = sub(subject, at)
  return concat(out)
end

return { match = match, match_all = match_all, gsub = replace }
