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
  return "That isn't the row for " .. code .. "."
elseif row:find(wanted, 1, true) then
  return "You returned more than the row for " .. code .. ". Return only that row."
end
return "The row is incomplete: return it as it is on the page, from the first bar to the last."
