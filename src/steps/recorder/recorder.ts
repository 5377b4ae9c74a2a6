import type { VmParts } from "../../runtime/door";
import type { Host } from "../../runtime/host";
import { LuaDebug, type LuaState, type Pointer } from "../../runtime/lua-api";
import type { LuaModule } from "../../runtime/lua-module";
import type { ScriptStack } from "../../runtime/stack";
import type { Values } from "../../runtime/values";
import type { Observer } from "../../runtime/vm";
import type { StepKind, StepPlace } from "../step";
import { Threads } from "./open-calls";
import { scriptFunctions } from "./script-functions";
import {
  CALLED,
  CALLER,
  HookEvent,
  LUA_YIELD,
  MASK_CALL,
  MASK_LINE,
  MASK_RETURN,
  PLACE,
  type TraceApi,
  traceApi,
} from "./trace-api";

/** The run's VM, to inspect while a step is reported. */
export interface Recorded {
  readonly lua: LuaModule;
  readonly api: TraceApi;
  readonly values: Values;
  readonly threads: Threads;
  /** The `lua_Debug` of the function that the hook was called for. */
  readonly activation: Pointer;
  /** Room for another `lua_Debug`; `stack` uses it too. */
  readonly scratch: Pointer;
  readonly stack: ScriptStack;
  /** The thread of an error that nothing caught, with its value at index 1; 0 before. */
  readonly uncaught: LuaState;
}

/** Called at each step. */
export interface StepListener {
  /** Before the chunk's first step, with its main function on top of the stack. */
  begin?(vm: Recorded, L: LuaState): void;
  /** `place` is valid only during the call. `line`, `call` and `return` of the script's functions; `error` when one was caught, or when none will catch it. */
  step(kind: StepKind, place: StepPlace, vm: Recorded): void;
}

/** Follows a run through Lua's hooks and reports each step, in order. */
export interface Recorder {
  /** For `createVm`. */
  readonly observer: Observer;
  /** The host of the run, which reports its output and requests. */
  host(host: Host): Host;
}

/** Makes the recorder of one run. What `listener` throws goes through the VM, which cannot be used afterwards. */
export function createRecorder(listener: StepListener): Recorder {
  let tellHost: (kind: StepKind) => void = () => {};
  let unhook = () => {};
  let fail: (L: LuaState) => void = () => {};
  return {
    observer: {
      begin(parts, L) {
        const following = follow(parts, L, listener);
        tellHost = following.tell;
        unhook = following.unhook;
        fail = following.fail;
      },
      failed: (L) => fail(L),
      end: () => unhook(),
    },
    host: (host) => ({
      ...host,
      call(request) {
        const answer = host.call(request);
        tellHost("request");
        return answer;
      },
      output(frames) {
        host.output(frames);
        tellHost("print");
      },
    }),
  };
}

function follow({ lua, values, stack }: VmParts, L: LuaState, listener: StepListener) {
  const api = traceApi(lua.api);
  const threads = new Threads((L) => api.lua_status(L) === LUA_YIELD);
  let running = threads.running(L, true);
  // Nothing is allocated here: addresses, which scripts can print, would differ from those of a run without steps.
  const scratch = stack.activation;
  const functions = scriptFunctions({ api, lua, values }, L, scratch);
  const vm = { lua, api, values, activation: scratch, scratch, stack, threads, uncaught: 0 };
  // One object for all steps: a run has millions.
  const place = { line: 0, depth: 0, thread: 0 };
  const tell = (kind: StepKind): void => {
    place.line = running.line;
    place.depth = Math.max(0, running.open - 1);
    place.thread = running.id;
    listener.step(kind, place, vm);
  };
  /** Forgets the calls above `call`. If there are any of the script's, an error ended them, and was caught, or `coroutine.close` did. */
  const unwind = (call: Pointer): void => {
    const closed = running.suspended;
    running.suspended = false;
    if (running.unwind(call) > 0 && !closed) tell("error");
  };
  /** Whether a call is a coroutine's first. What closes a coroutine's variables is called from the same place, but lies higher. */
  const begins = (call: Pointer, caller: Pointer): boolean =>
    lua.word(caller + CALLER) === 0 && lua.word(call + CALLED) === lua.word(caller + CALLED) + PLACE;
  const enter = (L: LuaState, call: Pointer, tail: boolean): void => {
    const caller = lua.word(call + CALLER);
    running = threads.running(L, !tail && begins(call, caller));
    unwind(tail ? call : caller);
    if (tail) running.leave();
    const first = functions.lineOf(L, call, vm.activation);
    running.enter(call, first !== null);
    if (first === null) return;
    running.line = first;
    tell("call");
  };
  const hook = lua.callback(2, (L = 0, ar = 0) => {
    const call = lua.word(ar + LuaDebug.callInfo);
    const event = lua.word(ar);
    vm.activation = ar;
    if (event === HookEvent.call || event === HookEvent.tailCall)
      return enter(L, call, event === HookEvent.tailCall);
    if (running.L !== L) running = threads.running(L, false);
    unwind(call);
    if (running.inScript) {
      if (event === HookEvent.line) running.line = lua.word(ar + LuaDebug.currentLine);
      tell(event === HookEvent.line ? "line" : "return");
    }
    if (event === HookEvent.return) running.leave();
  });
  listener.begin?.(vm, L);
  api.lua_sethook(L, hook, MASK_CALL | MASK_RETURN | MASK_LINE, 0);
  return {
    tell,
    unhook: () => api.lua_sethook(L, 0, 0, 0),
    fail(L: LuaState): void {
      // The script is no longer running, and the handler's own call must not be mistaken for a catch.
      api.lua_sethook(L, 0, 0, 0);
      vm.uncaught = L;
      tell("error");
    },
  };
}
