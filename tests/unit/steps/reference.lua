-- Prints the lines that real Lua's line hook reports for a script, one a line. The script's own output is dropped.
local file = ...
local out = io.stdout
local source = assert(io.open(file)):read("a")
local chunk = assert(load(source, "@script.lua"))
local sethook, getinfo = debug.sethook, debug.getinfo
local function hook(_, line)
  if getinfo(2, "S").source == "@script.lua" then out:write(line, "\n") end
end
local create = coroutine.create
local function hooked(f)
  local co = create(f)
  sethook(co, hook, "l")
  return co
end
coroutine.create = hooked
coroutine.wrap = function(f)
  local co = hooked(f)
  return function(...)
    local function pass(ok, ...)
      if ok then return ... end
      error((...), 0)
    end
    return pass(coroutine.resume(co, ...))
  end
end
print = function() end
sethook(hook, "l")
pcall(chunk)
sethook()
