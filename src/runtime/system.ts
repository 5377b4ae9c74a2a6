import { LOOP_CALL, loopCall } from "../shared/loop-call";
import { type Calendar, calendar } from "./calendar";
import type { LuaExports } from "./lua-api";
import type { MemoryLimit } from "./memory-limit";
import { createStrtod } from "./strtod";

/** emscripten's errno for "not implemented": what the VM gets when it asks for a file, a process or the environment. */
const ENOSYS = 52;
const SYSCALLS = ["openat", "fcntl64", "ioctl", "dup3", "unlinkat", "rmdir", "renameat", "readlinkat"];
const WASI = ["fd_write", "fd_read", "fd_close", "fd_seek", "environ_sizes_get", "environ_get"];
/** What emscripten throws for C's `longjmp`. */
const LONG_JUMP = Number.POSITIVE_INFINITY;

/**
 * The 27 imports of wasmoon's `glue.wasm`, without the host system: no files, standard streams, processes, environment or clock.
 * As the page has it, it imports `strtod` in place of `system` (`tools/lua-wasm/strtod.ts`).
 * Lua takes its hash seed and the start of `math.random` from the clock, which therefore always shows `seed`, in seconds.
 *
 * @param machine returns the exports of the Lua machine
 */
export function systemImports(
  machine: () => LuaExports,
  limit: MemoryLimit,
  seed: number,
): WebAssembly.Imports {
  const env: Calendar & WebAssembly.ModuleImports = {
    ...calendar(machine),
    abort: ended("abort"),
    exit: ended("exit"),
    system: () => -ENOSYS,
    strtod: createStrtod(machine),
    emscripten_date_now: () => seed * 1000,
    emscripten_resize_heap: (size: number) => Number(limit.grow(machine().memory, size >>> 0)),
    [LOOP_CALL]: loopCall,
    // Lua raises an error by a long jump through its C functions to the protected call, which is made by `invoke_vii`.
    _emscripten_throw_longjmp() {
      throw LONG_JUMP;
    },
    invoke_vii(index: number, a: number, b: number) {
      const { __indirect_function_table, stackSave, stackRestore, setThrew } = machine();
      const stack = stackSave();
      try {
        __indirect_function_table.get(index)(a, b);
      } catch (thrown) {
        stackRestore(stack);
        if (thrown !== LONG_JUMP) throw thrown;
        setThrew(1, 0);
      }
    },
  };
  for (const name of SYSCALLS) env[`__syscall_${name}`] = () => -ENOSYS;
  return {
    env,
    wasi_snapshot_preview1: Object.fromEntries(WASI.map((name) => [name, () => ENOSYS])),
  };
}

function ended(how: string): () => never {
  return () => {
    throw new WebAssembly.RuntimeError(`The Lua VM ended itself (${how}).`);
  };
}
