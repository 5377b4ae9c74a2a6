import { describe, expect, it } from "vitest";
import { fullAddress, placeAddress, readPlace } from "../../../../src/app/address/place";

const read = (address: string) => readPlace(new URL(address, "https://here.example/play/"));

describe("an address", () => {
  it.each([
    "#docs/integrations.whatsapp.send_message",
    "#phone",
    "#phone/15551234567",
    "#phone/support/15551234567",
    "#example/handle-errors",
    "#calls",
    "?lesson=templates",
    "?course=courses%2Ftea.zip&lesson=return",
  ])("names a place and is written the same: %s", (address) => {
    const place = read(address);
    expect(place === "none" || place === "unknown" ? place : placeAddress(place)).toBe(address);
  });

  it.each(["", "#", "?course=courses/tea.zip", "#s=1.AbC", "?lesson=templates#s=1.AbC"])(
    "of the page as a whole, or of a script, names none: %j",
    (address) => {
      expect(read(address)).toBe("none");
    },
  );

  it.each(["#nonsense", "#docs", "#docs/", "#example", "#steps", "#__proto__", "#calls/7", "#%"])(
    "that is none of ours is told apart: %s",
    (address) => {
      expect(read(address)).toBe("unknown");
    },
  );

  it("is understood however other programs escape it", () => {
    expect(read("#phone%2F15551234567")).toEqual({ kind: "phone", chat: "15551234567" });
  });

  it("keeps other parameters in the page's query, and drops the lesson when leaving it", () => {
    const page = { pathname: "/play/", search: "?from=mail&lesson=templates" };
    expect(fullAddress("#docs/errors", page)).toBe("/play/?from=mail#docs/errors");
    expect(fullAddress("?lesson=accounts", page)).toBe("/play/?lesson=accounts");
  });
});
