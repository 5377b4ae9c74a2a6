import { describe, expect, it } from "vitest";
import { createNotices, noticeLifetime } from "../../../src/app/notices";

describe("notices", () => {
  it("disappear one by one, and a repeated one replaces the older one", () => {
    const notices = createNotices();
    notices.show({ tone: "info", text: "a" });
    notices.show({ tone: "error", text: "b" });
    notices.show({ tone: "info", text: "a" });
    expect(notices.all.value.map((n) => n.text)).toEqual(["b", "a"]);
    notices.dismiss(notices.all.value[0]?.id ?? -1);
    expect(notices.all.value.map((n) => n.text)).toEqual(["a"]);
  });

  it("never cover the page, however many there are", () => {
    const notices = createNotices();
    for (let n = 0; n < 20; n++) notices.show({ tone: "info", text: `notice ${n}` });
    expect(notices.all.value.length).toBeLessThan(6);
    expect(notices.all.value.at(-1)?.text).toBe("notice 19");
  });

  it("stay if they are errors, and stay longer if there is something to undo", () => {
    const action = { label: "Undo", run() {} };
    expect(noticeLifetime({ id: 1, tone: "error", text: "" })).toBeNull();
    const plain = noticeLifetime({ id: 1, tone: "info", text: "" }) ?? 0;
    expect(noticeLifetime({ id: 1, tone: "info", text: "", action })).toBeGreaterThan(plain);
  });

  it("say what couldn't be loaded and why, and load it again on request", async () => {
    const notices = createNotices();
    let offline = true;
    let loaded = 0;
    const load = async () => {
      if (offline) throw new Error("no network");
      loaded++;
    };
    expect(await notices.attemptLoading("load the steps", load)).toBe(false);
    const [failed] = notices.all.value;
    expect(failed?.text).toMatch(/load the steps.*no network/);
    offline = false;
    failed?.action?.run();
    await expect.poll(() => loaded).toBe(1);
  });
});
