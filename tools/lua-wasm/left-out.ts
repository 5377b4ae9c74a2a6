import { LUA_OK, type LuaState } from "../../src/runtime/lua-api";
import { instantiateLua } from "../../src/runtime/lua-module";
import { Values } from "../../src/runtime/values";
import type { WasmExport } from "./read-module";

/** A C function of Lua's library. */
interface LibraryFunction {
  readonly name: string;
  /** Its place in the table of functions that are called by address. */
  readonly place: number;
}

/** Libraries of which scripts get nothing. */
const CLOSED_LIBRARIES = ["io", "debug", "package"];

/**
 * Lists what `src/runtime/standard-library.ts` and the prelude take away or replace by functions of their own. With `%p`, a C
 * function shows its place in the table.
 */
const LIST = `
local list = {}
local function add(name, value)
  if type(value) == "function" then list[#list + 1] = ("%s %p"):format(name, value) end
end
local function add_all(name, values, kept)
  for key, value in pairs(values) do
    if not (kept and kept[key]) then add(name .. "." .. tostring(key), value) end
  end
end
add_all("io", io)
add_all("io", getmetatable(io.stdout))
add_all("io", getmetatable(io.stdout).__index)
add_all("debug", debug)
add_all("package", package)
add_all("package", package.searchers)
add("package.require", require)
add_all("os", os, { date = true, time = true, difftime = true })
add("dofile", dofile)
add("loadfile", loadfile)
add("print", print)
add("string.dump", string.dump)
return table.concat(list, "\\n")
`;

/** The functions of Lua's library that no script can call, in wasmoon's `glue.wasm`. Throws if it is another module. */
export async function functionsLeftOut(wasm: WebAssembly.Module): Promise<readonly LibraryFunction[]> {
  const lua = await instantiateLua(wasm, 1);
  const { api } = lua;
  const openLibraries: unknown = Reflect.get(api, "luaL_openlibs");
  if (!isOpener(openLibraries)) throw new Error("This Lua can't open its libraries: is it wasmoon's?");
  const L = api.luaL_newstate();
  openLibraries(L);
  const values = new Values(lua);
  values.pushText(L, LIST);
  const source = api.lua_tolstring(L, -1, 0);
  const status = api.luaL_loadbufferx(L, source, LIST.length, values.name("list"), values.name("t"));
  if (status !== LUA_OK || api.lua_pcallk(L, 0, 1, 0, 0, 0) !== LUA_OK)
    throw new Error(`Couldn't list Lua's library: ${values.text(L, -1)}`);
  const lines = (values.text(L, -1) ?? "").split("\n");
  return lines.map((line) => {
    const [name = "", place] = line.split(" ");
    return { name, place: Number(place) };
  });
}

function isOpener(value: unknown): value is (L: LuaState) => void {
  return typeof value === "function";
}

/**
 * Indices of the library functions that are left out, among `exported` functions and those in the table. The linker keeps a
 * library's functions together, so what lies between two functions of a closed library is its own as well: what it calls back,
 * and what opens it.
 */
export function closedFunctions(
  table: readonly number[],
  leftOut: readonly LibraryFunction[],
  exported: readonly WasmExport[],
): readonly number[] {
  // A function with upvalues shows the place of its closure in memory instead: the few that have some are a library's own.
  const indexOf = ({ place }: LibraryFunction) => table[place] ?? [];
  const closed = leftOut.flatMap(indexOf);
  for (const library of CLOSED_LIBRARIES) {
    const opener = exported.find(({ name }) => name === `luaopen_${library}`);
    if (opener === undefined) throw new Error(`The Lua VM has no library ${library}: check left-out.ts.`);
    const own = leftOut.filter(({ name }) => name.startsWith(`${library}.`));
    const indices = [opener.index, ...own.flatMap(indexOf)];
    const [first, last] = [Math.min(...indices), Math.max(...indices)];
    for (let index = first; index <= last; index++) closed.push(index);
  }
  return closed;
}
