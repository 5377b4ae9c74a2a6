-- Three at a time, and a table of counts for every status.
local counts, cursor = {}, nil
while true do
  local page = app.integrations.whatsapp.list_templates({ limit = 3, after = cursor })
  for i = 1, #page.data do
    local status = page.data[i].status
    counts[status] = (counts[status] or 0) + 1
  end
  if not (page.paging and page.paging.next) then
    break
  end
  cursor = page.paging.cursors.after
end
for status, count in pairs(counts) do
  print(status, count)
end
return counts.APPROVED or 0, counts
