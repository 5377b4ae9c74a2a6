import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { needsEndableLoops } from "../../../src/sandbox/page/frame-host";
import { endableLoops } from "../../../src/sandbox/page/wasm/endable-loops";
import { leb, readLeb } from "../../../src/sandbox/page/wasm/opcodes";
import { LOOP_CALL } from "../../../src/shared/loop-call";
import { leanBytes } from "../../support/lean-machine";
import { runLua } from "../../support/run-lua";

let original: Uint8Array<ArrayBuffer>;
let endable: WebAssembly.Module;

beforeAll(async () => {
  original = await leanBytes();
  endable = await WebAssembly.compile(endableLoops(original));
});

/** What a script prints on the changed machine, or its error. */
async function printed(source: string): Promise<string> {
  const { output, error } = await runLua(source, { name: "main.lua", machine: endable });
  return output + (error?.message ?? "");
}

/** Times that a script's loops call out to JavaScript. */
async function callsOut(source: string): Promise<number> {
  const real = WebAssembly.instantiate;
  let calls = 0;
  const counting = (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
    const quiet = () => {
      calls++;
      return 1;
    };
    return real(module, { ...imports, env: { ...imports.env, [LOOP_CALL]: quiet } });
  };
  Object.assign(WebAssembly, { instantiate: counting });
  try {
    await printed(source);
  } finally {
    WebAssembly.instantiate = real;
  }
  return calls;
}

describe("the Lua VM whose loops can be ended in WebKit", () => {
  it.each([
    ["computes", "local n = 0 for i = 1, 3000000 do n = n + i % 7 end print(n)", "8999997"],
    ["matches", `print(("a"):rep(500):find(".-.-b"), ("x=1, y=2"):gsub("%w", "%%"))`, "nil\t%=%, %=%\t4"],
    [
      "sorts",
      "local t = {} for i = 1, 2000 do t[i] = (i * 7919) % 2003 end table.sort(t) print(t[1], t[2000])",
      "1\t2002",
    ],
    ["raises", "local ok, e = pcall(function() error({ code = 7 }) end) print(ok, e.code)", "false\t7"],
    ["yields", "print(coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)())", "1"],
    ["formats", `print(("%.14g %5.2f %x"):format(1 / 3, 2.5, 255))`, "0.33333333333333  2.50 ff"],
    [
      "calls",
      `print(#app.integrations.whatsapp.send_message({ to = "15551234567", body = "Hi" }).messages)`,
      "1",
    ],
    ["fails", "local t = nil print(t.x)", "main.lua:1: attempt to index a nil value (local 't')"],
  ])("still %s", async (_, source, expected) => {
    expect(await printed(source)).toBe(expected);
  });

  it.each([
    ["a loop without a body", "for _ = 1, 20000000 do end"],
    ["a jump back", "local n = 0 ::top:: n = n + 1 if n < 10000000 then goto top end"],
    ["a runaway pattern", `print(pcall(string.find, ("a"):rep(500), "^.-.-.-b"))`],
    [
      "a comparator",
      "local t = {} for i = 1, 300000 do t[i] = -i end table.sort(t, function(a, b) return a < b end)",
    ],
  ])("calls out from %s", async (_, source) => {
    expect(await callsOut(source)).toBeGreaterThan(2);
  });

  it("refuses anything but wasmoon's module", () => {
    expect(() => endableLoops(original.subarray(0, 8))).toThrow("no section 2");
    expect(() => endableLoops(Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 2, 1, 0]))).toThrow(LOOP_CALL);
  });

  it("is used only in JavaScriptCore", () => {
    const engine = "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko)";
    for (const userAgent of [
      `${engine} Version/26.0 Safari/605.1.15`,
      `${engine} CriOS/150.0 Mobile/15E148 Safari/604.1`,
      `${engine} FxiOS/150.0 Mobile/15E148 Safari/605.1.15`,
    ]) {
      expect(needsEndableLoops({ userAgent })).toBe(true);
    }
    for (const userAgent of [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36",
      "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
    ]) {
      expect(needsEndableLoops({ userAgent })).toBe(false);
    }
  });
});

describe("numbers in WebAssembly's binary format", () => {
  it("round-trip", () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(20), (value, before) => {
        const bytes = Uint8Array.from([...Array<number>(before).fill(0x80), ...leb(value), 7]);
        expect(readLeb(bytes, before)).toEqual([value, bytes.length - 1]);
      }),
    );
  });
});
