local code = run.facts.code
local row = type(run.result) == "table" and run.result.row
if type(row) ~= "string" or row == "" then
  return "No row was returned. The page errors has one for " .. code .. "."
end
-- Line breaks around it are no part of the row.
row = row:match("^%s*(.-)%s*$")
local wanted = docs.read("errors"):match("\n(| " .. code .. " |[^\n]+)")
if row == wanted then
  return true
elseif not row:find(tostring(code), 1, true) then
  return "The row is not the one of " .. code .. "."
elseif row:find(wanted, 1, true) then
  return "There is more than the row of " .. code .. " in what was returned. Return that one row alone."
end
return "The row is not whole: return it as it stands on the page, from the first bar to the last."
