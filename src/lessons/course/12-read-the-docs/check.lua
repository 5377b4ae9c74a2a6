local code = run.facts.code
local row = type(run.result) == "table" and run.result.row
if type(row) ~= "string" or row == "" then
  return "No row was returned. The page errors has one for " .. code .. "."
end
local wanted = docs.read("errors"):match("\n(| " .. code .. " |[^\n]+)")
if row == wanted then
  return true
elseif not row:find(tostring(code), 1, true) then
  return "The row is not the one of " .. code .. "."
end
return "The row is not whole: return it as it stands on the page, from the first bar to the last."
