-- table.sort with and without a comparator, over a fixed pseudo-random sequence.
return function()
  local seed, plain, records = 42, {}, {}
  for i = 1, 30000 do
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    plain[i] = seed
    records[i] = { key = seed % 1000, rank = i }
  end
  table.sort(plain)
  table.sort(records, function(a, b)
    if a.key ~= b.key then return a.key < b.key end
    return a.rank < b.rank
  end)
  return plain[1] + records[#records].rank
end
