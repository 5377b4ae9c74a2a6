/** The real compiler, as the authority on what is a mistake. */
import { LuaFactory } from "wasmoon";

/** Gives a function that compiles a text and gives the compiler's message (`s:LINE: …`), or null when it accepts it. */
export async function realCompiler(): Promise<(source: string) => string | null> {
  const lua = await new LuaFactory().createEngine();
  const check: unknown = await lua.doString(
    "return function(text) local chunk, message = load(text, '=s', 't') return message end",
  );
  return (source) => {
    if (typeof check !== "function") throw new Error("no compiler");
    const message: unknown = check(source);
    return typeof message === "string" ? message : null;
  };
}
