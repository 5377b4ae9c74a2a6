import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkScriptName, freeScriptName, scriptName } from "../../../src/app/script-names";

describe("script names", () => {
  it("end in .lua however they were typed", () => {
    expect(scriptName(" order-update ")).toBe("order-update.lua");
    expect(scriptName("order.LUA")).toBe("order.lua");
    expect(scriptName("v1.2")).toBe("v1.2.lua");
  });

  it("are always valid when generated, whatever they are generated from", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(text, fc.array(text), (wanted, others) => {
        const taken = others.map((other) => freeScriptName(other, []));
        expect(checkScriptName(freeScriptName(wanted, taken), taken)).toBeNull();
      }),
    );
  });

  it("are refused in one sentence that says what is wrong", () => {
    expect(checkScriptName("x".repeat(90), [])).toBe("Names can have at most 80 characters.");
    expect(checkScriptName("a\u0007b", [])).toBe("Names can't contain control characters.");
    expect(checkScriptName(".hidden", [])).toBe("Names can't start with a dot.");
    expect(checkScriptName("Ä.lua", ["ä.lua"])).toBe("There is already a script called Ä.lua.");
  });
});
