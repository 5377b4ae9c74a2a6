-- Short-lived strings, formatting, concatenation, patterns.
return function()
  local parts = {}
  for i = 1, 40000 do
    parts[#parts + 1] = ("%d:%s"):format(i, "line " .. i)
  end
  local text = table.concat(parts, "\n")
  local digits = 0
  for number in text:gmatch("%d+") do digits = digits + #number end
  return digits + #text:upper():reverse()
end
