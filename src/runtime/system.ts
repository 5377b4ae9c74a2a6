import { type Calendar, calendar } from "./calendar";
import type { LuaExports } from "./lua-api";
import type { MemoryLimit } from "./memory-limit";

/** emscripten's errno for "not implemented": what the VM gets when it asks for a file, a process or the environment. */
const ENOSYS = 52;

/**
 * What wasmoon's `glue.wasm` imports, without the host system: no files, no standard streams, no processes, no environment, no
 * clock. Lua draws its hash seed and the start of `math.random` from the clock, which therefore always shows `seed`, in
 * seconds.
 *
 * @param machine returns the started machine's exports
 */
export function systemImports(
  machine: () => LuaExports,
  limit: MemoryLimit,
  seed: number,
): WebAssembly.Imports {
  const refuse = () => ENOSYS;
  const refuseCall = () => -ENOSYS;
  const end = (how: string) => () => {
    throw new WebAssembly.RuntimeError(`The Lua VM ended itself (${how}).`);
  };
  const env: Calendar & WebAssembly.ModuleImports = {
    ...calendar(machine),
    abort: end("abort"),
    exit: end("exit"),
    system: refuseCall,
    emscripten_date_now: () => seed * 1000,
    _emscripten_get_now_is_monotonic: () => 1,
    emscripten_resize_heap: (size: number) => Number(limit.grow(machine().memory, size >>> 0)),
    // Lua raises an error by throwing this number through its C functions, and catches it where it called a protected one.
    _emscripten_throw_longjmp() {
      throw LONG_JUMP;
    },
    invoke_vii(index: number, a: number, b: number) {
      const { __indirect_function_table, stackSave, stackRestore, setThrew } = machine();
      const before = stackSave();
      try {
        __indirect_function_table.get(index)(a, b);
      } catch (thrown) {
        stackRestore(before);
        if (thrown !== LONG_JUMP) throw thrown;
        setThrew(1, 0);
      }
    },
  };
  for (const name of ["openat", "fcntl64", "ioctl", "dup3", "unlinkat", "rmdir", "renameat", "readlinkat"])
    env[`__syscall_${name}`] = refuseCall;
  const wasi: WebAssembly.ModuleImports = {};
  for (const name of ["fd_write", "fd_read", "fd_close", "fd_seek", "environ_sizes_get", "environ_get"])
    wasi[name] = refuse;
  return { env, wasi_snapshot_preview1: wasi };
}

const LONG_JUMP = Number.POSITIVE_INFINITY;
