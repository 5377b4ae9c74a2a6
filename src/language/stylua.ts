/** StyLua in WebAssembly. A crash leaves its instance broken, so the next call gets a fresh one. */
import type * as Bindings from "@wasm-fmt/lua_fmt/lua_fmt_bg.js";
import { failure, type Result } from "../shared/result";

type StyLua = Pick<typeof Bindings, "format" | "format_range">;

/** What StyLua consists of. */
interface StyLuaParts {
  readonly bindings: typeof Bindings;
  instantiate(imports: WebAssembly.Imports): Promise<WebAssembly.Instance>;
}

/** Runs StyLua. Returns a sentence for a text that it refuses or crashes on. Rejects if StyLua cannot be loaded. */
export type RunStyLua = (format: (stylua: StyLua) => string) => Promise<Result<string>>;

/** Loads StyLua, 600 kB of WebAssembly, on the first call. */
export const runStyLua = createStyLua(async () => {
  const [bindings, { default: instantiate }] = await Promise.all([
    import("@wasm-fmt/lua_fmt/lua_fmt_bg.js"),
    import("@wasm-fmt/lua_fmt/lua_fmt_bg.wasm?init"),
  ]);
  return { bindings, instantiate };
});

/** @internal */
export function createStyLua(load: () => Promise<StyLuaParts>): RunStyLua {
  let loaded: Promise<StyLua & { drop(): void }> | null = null;
  const start = async () => {
    const { bindings, instantiate } = await load();
    const { format, format_range, __wbg_set_wasm, ...imports } = bindings;
    const { exports } = await instantiate({ "./lua_fmt_bg.js": imports });
    __wbg_set_wasm(exports);
    const drop = () => {
      // Growing detaches the views of this memory, which the bindings would go on using.
      if (exports.memory instanceof WebAssembly.Memory) exports.memory.grow(0);
    };
    return { format, format_range, drop };
  };
  return async (format) => {
    const starting = loaded ?? start();
    loaded = starting;
    const stylua = await starting.catch((error: unknown) => {
      if (loaded === starting) loaded = null;
      throw error;
    });
    try {
      return { ok: true, value: format(stylua) };
    } catch (error) {
      // StyLua throws texts. Anything else is a crash.
      if (typeof error === "string") return failure(reason(error));
      loaded = null;
      stylua.drop();
      return failure("The formatter crashed, probably because the script is nested too deeply.");
    }
  };
}

/** StyLua's message (`unexpected token … (4:4 to 4:5), …`), starting with the line. */
function reason(message: string): string {
  const place = /\((\d+):\d+ to \d+:\d+\)/.exec(message);
  const text = message.replace(/^error parsing:\s*(?:- )?/, "").split("\n", 1)[0] ?? "";
  return place === null
    ? `StyLua rejected the script: ${text}.`
    : `Line ${place[1]}: StyLua rejected it: ${text}.`;
}
