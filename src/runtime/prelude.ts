import type { Console } from "./console";
import { createDoor, type VmParts } from "./door";
import type { Host } from "./host";
import helpersSource from "./lua/helpers.lua?raw";
import jsonSource from "./lua/json.lua?raw";
import namespaceSource from "./lua/namespace.lua?raw";
import outcomeSource from "./lua/outcome.lua?raw";
import regexSource from "./lua/regex.lua?raw";
import textSource from "./lua/text.lua?raw";
import { LUA_MULTRET, LUA_OK, type LuaState, LuaType, upvalue } from "./lua-api";
import { type CFunction, createNatives } from "./natives";
import { HOST_CHUNK } from "./stack";
import { popCFunction, setLibrary } from "./standard-library";

/** Loaded in this order; each gets the native functions and the modules before it. */
const MODULES = [
  ["text", textSource],
  ["json", jsonSource],
  ["namespace", namespaceSource],
  ["helpers", helpersSource],
  ["regex", regexSource],
  ["outcome", outcomeSource],
] as const;
type ModuleName = (typeof MODULES)[number][0];

/**
 * Copies a chunk's source into the VM's memory, to be loaded later (a memory limit set in between does not count it). Returns
 * the function that loads it under a name, text only. That leaves the chunk or the error message on the stack, and returns
 * the status.
 */
export function placeText({ lua, values }: VmParts, source: string): (L: LuaState, name: string) => number {
  const bytes = new TextEncoder().encode(source);
  const buffer = lua.api.malloc(bytes.length + 1);
  if (buffer === 0) throw new Error("The script is larger than the Lua VM's memory.");
  lua.bytes().set(bytes, buffer);
  return (L, name) => {
    const status = lua.api.luaL_loadbufferx(L, buffer, bytes.length, values.name(name), values.name("t"));
    lua.api.free(buffer);
    return status;
  };
}

/** Pushes a function of the prelude's module `outcome`. */
export type PushOutcome = (L: LuaState, name: "results" | "error_text") => void;

/**
 * Loads the prelude (`lua/*.lua`) and sets its globals: `app`, `mcp`, `print`, `dump`, `tostring`, `json`, `regex`, `docs` and the
 * `lua_*` functions. Its modules stay on the main stack, out of scripts' reach.
 */
export function loadPrelude(parts: VmParts, L: LuaState, host: Host, terminal: Console): PushOutcome {
  const { lua, values } = parts;
  const { api } = lua;
  const pushFunction = (fn: CFunction, upvalues = 0): void =>
    api.lua_pushcclosure(L, lua.cfunction(fn), upvalues);

  const natives = { ...createNatives(parts, host), write: terminal.write };
  api.lua_createtable(L, 0, Object.keys(natives).length);
  for (const [name, fn] of Object.entries(natives)) {
    pushFunction(fn);
    api.lua_setfield(L, -2, values.name(name));
  }
  const first = api.lua_gettop(L);
  for (const [name, source] of MODULES) {
    const loaded = api.lua_gettop(L);
    const status = placeText(parts, source)(L, HOST_CHUNK);
    for (let i = first; i <= loaded; i++) api.lua_pushvalue(L, i);
    if (status !== LUA_OK || api.lua_pcallk(L, loaded - first + 1, 1, 0, 0, 0) !== LUA_OK)
      throw new Error(`The prelude's ${name}.lua does not load: ${values.text(L, -1)}`);
  }
  const index = (module: ModuleName): number => first + 1 + MODULES.findIndex(([name]) => name === module);
  const pushField = (module: ModuleName, field: string): void => {
    api.lua_getfield(L, index(module), values.name(field));
  };

  // Scripts get C functions that wrap the Lua functions: tail calls keep the calling line, and none shows in a traceback.
  const enter = lua.cfunction((thread) => {
    const count = api.lua_gettop(thread);
    api.lua_pushvalue(thread, upvalue(1));
    api.lua_rotate(thread, 1, 1);
    api.lua_callk(thread, count, LUA_MULTRET, 0, 0);
    return api.lua_gettop(thread);
  });
  const pushEntered = (module: ModuleName, field: string, table: string | null = null): void => {
    pushField(module, table ?? field);
    if (table !== null) {
      api.lua_getfield(L, -1, values.name(field));
      api.lua_rotate(L, -2, 1);
      api.lua_settop(L, -2);
    }
    api.lua_pushcclosure(L, enter, 1);
  };
  const helpers = (table: string) => (field: string) =>
    [field, () => pushEntered("helpers", field, table)] as const;
  setLibrary(parts, L, "json", ["encode", "decode"].map(helpers("json")));
  setLibrary(parts, L, "docs", ["list", "search", "read"].map(helpers("docs")));
  const regex = (field: string) => [field, () => pushEntered("regex", field)] as const;
  setLibrary(parts, L, "regex", ["match", "match_all", "gsub"].map(regex));
  for (const name of ["dump", "lua_list_docs", "lua_search_docs", "lua_read_doc"]) {
    pushEntered("helpers", name);
    api.lua_setglobal(L, values.name(name));
  }

  pushField("helpers", "print_any");
  pushFunction(terminal.print, 1);
  api.lua_setglobal(L, values.name("print"));

  api.lua_getglobal(L, values.name("tostring"));
  const plain = popCFunction(parts, L);
  pushField("text", "text_of");
  pushFunction((thread) => {
    if (api.lua_type(thread, 1) !== LuaType.table) return lua.delegate(plain, thread);
    api.lua_settop(thread, 1);
    api.lua_pushvalue(thread, upvalue(1));
    api.lua_rotate(thread, 1, 1);
    api.lua_callk(thread, 1, 1, 0, 0);
    return 1;
  }, 1);
  api.lua_setglobal(L, values.name("tostring"));

  pushField("namespace", "meta");
  pushField("namespace", "request");
  pushField("namespace", "answer");
  pushFunction(createDoor(parts, host), 2);
  api.lua_setfield(L, -2, values.name("__call"));
  api.lua_settop(L, -2);
  pushField("namespace", "root");
  api.lua_setglobal(L, values.name("app"));
  pushField("namespace", "mcp");
  api.lua_setglobal(L, values.name("mcp"));

  return (thread, name) => {
    api.lua_getfield(thread, index("outcome"), values.name(name));
  };
}
