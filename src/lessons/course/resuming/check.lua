local list = app.integrations.whatsapp.list_contacts
local page = list({ limit = 5, after = run.facts.after })
local wanted = page.paging.next and page.paging.cursors.after
local after = type(run.result) == "table" and run.result.after
if wanted and after == nil then
  return "More contacts follow, but the result has no after. Return the cursor of the page you read."
elseif not wanted and after then
  return "Nothing is left after this run, but the result has an after. Return it only if paging.next exists."
elseif wanted and after ~= wanted then
  return "The returned after doesn't lead to the contact after the last one you messaged."
end
return true
