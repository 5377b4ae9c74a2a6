local YES, NO = { "yes", "start" }, { "stop", "unsubscribe" }
local TALK = { "Don't stop!", "When do I start?", "Yes please, two", "I stop by at 5", "unsubscribed?", "No stopping us", "Thanks!" }
-- The word as people type it.
local function typed(word)
  local shapes = { word, word:upper(), word:sub(1, 1):upper() .. word:sub(2), "  " .. word, word .. " ", " " .. word:upper() .. "\n" }
  return draw.pick(shapes)
end
local inbox, people, last = {}, {}, {}
local function say(person, text)
  table.insert(inbox, { from = person.phone, text = text })
  last[person.phone] = text
end
-- What somebody says in order: y agrees, n opts out, t is talk. In the second world, more of them change their mind.
local stories = { "y", "n", "t", "yn", "yn", "ny", "yt", "ty" }
local more = world.index == 1 and { "y", "t", "n" } or { "yny", "nyn", "ynt", "nyt" }
for _ = 1, 2 do
  table.insert(stories, draw.pick(more))
end
local crowd = draw.people(#stories)
local firstYes, firstNo = draw.int(0, 1), draw.int(0, 1)
for round = 1, 3 do
  for i, story in ipairs(stories) do
    local what = story:sub(round, round)
    -- Each of the four words comes up in turn.
    if what == "y" then
      firstYes = firstYes + 1
      say(crowd[i], typed(YES[firstYes % 2 + 1]))
    elseif what == "n" then
      firstNo = firstNo + 1
      say(crowd[i], typed(NO[firstNo % 2 + 1]))
    elseif what == "t" then
      -- Who only talks says one of the words in passing.
      say(crowd[i], story == "t" and draw.pick({ "When do I start?", "Yes please, two" }) or draw.pick(TALK))
    end
  end
end
for i, story in ipairs(stories) do
  if story:gsub("t", ""):sub(-1) == "y" then
    table.insert(people, crowd[i].phone)
  end
end
return {
  changes = {
    templates = {
      { name = "input", language = "en", body = (json.encode(inbox):gsub("\n%s*", "")) },
      { name = "hello_world", language = "en_US", body = "Welcome and congratulations!!" },
    },
  },
  facts = { people = people, last = last },
}
