-- What a lesson's world.lua draws with, as the global `draw`. Everything comes from math.random, so that the same seed
-- draws the same world. Phone numbers are from ranges that are set aside for fiction: nobody has them.
local draw = {}

local FIRST_NAMES = {
  "Aisha", "Amelia", "Aoife", "Åsa", "Ben", "Camille", "Chidi", "Ciarán", "Daniel", "Elif", "Emeka", "Fatima", "Freya",
  "Gwen", "Hannah", "Harriet", "Hugo", "Imran", "Ines", "Jack", "Jonas", "José", "Jürgen", "Karim", "Kofi", "Lena", "Liam",
  "Linh", "Lucía", "Malik", "Marta", "Maya", "Mei", "Nadia", "Niamh", "Noah", "Olga", "Omar", "Owen", "Priya", "Rasmus",
  "Ravi", "Rosa", "Saskia", "Sofia", "Tariq", "Thandi", "Tomasz", "Valentina", "Walter", "Yara", "Yuki", "Zoë", "Łukasz",
}

local LAST_NAMES = {
  "Achebe", "Andersson", "Bakker", "Banerjee", "Blake", "Byrne", "Carter", "Chen", "Costa", "Demir", "Dubois", "Eriksson",
  "Evans", "Farouk", "Fischer", "Garcia", "Haddad", "Hughes", "Ivanova", "Jansen", "Kaya", "Keller", "Khan", "Kowalski",
  "Lindqvist", "Martin", "Mensah", "Moreau", "Müller", "Murphy", "Nair", "Nguyen", "O’Brien", "Okafor", "Petrov", "Quinn",
  "Rahman", "Rossi", "Sato", "Schmidt", "Silva", "Singh", "Tanaka", "Torres", "Vargas", "Walsh", "Weber", "Yilmaz",
}

local WORDS = {
  "anchor", "apple", "basket", "bottle", "bridge", "candle", "carpet", "castle", "cherry", "circle", "copper", "cotton",
  "desert", "dragon", "engine", "feather", "forest", "garden", "guitar", "hammer", "harbour", "island", "jacket", "kettle",
  "ladder", "lantern", "lemon", "maple", "marble", "meadow", "mirror", "needle", "orange", "oyster", "paper", "parcel",
  "pencil", "pepper", "pillow", "planet", "pocket", "rabbit", "ribbon", "river", "saddle", "silver", "spider", "summer",
  "teapot", "thunder", "ticket", "tunnel", "velvet", "violet", "walnut", "window", "winter", "yellow",
}

local PLACES = {
  "Amber Lane", "Bridge Street", "Canal Side", "Cedar Square", "Copper Hill", "Foxglove", "Harbour", "Hazel Road",
  "Juniper", "Lantern", "Mill Road", "Northgate", "Old Town", "Orchard", "Quayside", "Riverbank", "Station", "Willow Street",
}

local TRADES = {
  "Bakery", "Bicycles", "Books", "Café", "Cheese", "Clinic", "Coffee", "Flowers", "Garden Centre", "Opticians", "Pharmacy",
  "Pottery", "Records", "Shoes", "Tea", "Toys", "Vets", "Yoga",
}

local US_AREAS = { 202, 206, 212, 303, 312, 415, 503, 512, 617, 646, 713, 818 }

-- From each country a function that draws one number.
local NUMBERS = {
  au = function() return "6149157" .. draw.pick({ "0006", "0110", "0156", "0157", "0158", "0159", "0313", "0737", "1266",
    "1491", "1804", "2549", "2665", "2983", "3087", "3770", "4118", "4632", "5254", "5789", "6398", "6801", "7426", "7644",
    "8148", "8888", "8957", "9212", "9455", "9760" }) end,
  de = function() return ("4917139200%02d"):format(draw.int(0, 99)) end,
  fr = function() return ("3363998%04d"):format(draw.int(0, 9999)) end,
  gb = function() return ("447700900%03d"):format(draw.int(0, 999)) end,
  ie = function() return ("35320915%04d"):format(draw.int(0, 9999)) end,
  se = function() return ("467017406%02d"):format(draw.int(5, 99)) end,
  us = function() return ("1%d55501%02d"):format(draw.pick(US_AREAS), draw.int(0, 99)) end,
}
local ABROAD = { "au", "de", "fr", "gb", "ie", "se" }

-- So many people have different names and numbers in any country.
local MOST_PEOPLE = { au = 20, de = 60, se = 60 }

-- A whole number from a to b, both included.
function draw.int(a, b)
  return math.random(a, b)
end

-- True in p of 1 cases: draw.chance(0.25) once in four times.
function draw.chance(p)
  return math.random() < p
end

-- One item of a list.
function draw.pick(list)
  if #list == 0 then
    error("draw.pick needs a list with an item in it", 2)
  end
  return list[math.random(#list)]
end

-- A new list with the same items in another order.
function draw.shuffle(list)
  local new = table.move(list, 1, #list, 1, {})
  for i = #new, 2, -1 do
    local j = math.random(i)
    new[i], new[j] = new[j], new[i]
  end
  return new
end

-- n different people, each { name = …, phone = … }; the phone number is digits only. They live anywhere but in the US, or in
-- the country asked for: draw.people(3, { country = "us" }).
function draw.people(n, options)
  local country = options and options.country
  if country and not NUMBERS[country] then
    error("draw.people knows the countries au, de, fr, gb, ie, se and us, not " .. tostring(country), 2)
  end
  local most = MOST_PEOPLE[country] or 300
  if n > most then
    error("draw.people draws " .. most .. " people at most there", 2)
  end
  local people, taken = {}, {}
  while #people < n do
    local name = draw.pick(FIRST_NAMES) .. " " .. draw.pick(LAST_NAMES)
    local phone = NUMBERS[country or draw.pick(ABROAD)]()
    if not taken[name] and not taken[phone] then
      taken[name], taken[phone] = true, true
      people[#people + 1] = { name = name, phone = phone }
    end
  end
  return people
end

-- An English word in small letters.
function draw.word()
  return draw.pick(WORDS)
end

-- The name of a shop.
function draw.business()
  return draw.pick(PLACES) .. " " .. draw.pick(TRADES)
end

return draw
