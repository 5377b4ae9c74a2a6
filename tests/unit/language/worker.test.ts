import { afterEach, describe, expect, it } from "vitest";
import { catalog } from "../../../src/integrations";
import { loadEditorHelp } from "../../../src/language/context";
import {
  createLanguage,
  type Language,
  type TextVersion,
  type WorkerLike,
} from "../../../src/language/worker/client";
import { type LanguageReply, type LanguageRequest, serve } from "../../../src/language/worker/serve";
import { WORLD } from "./shop";

/** A worker in this thread: the real service, its messages cloned as a real one's are. */
class Near implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  readonly received: LanguageRequest[] = [];
  ended = false;
  readonly #take = serve(catalog, loadEditorHelp(catalog), (message) => this.give(message));

  postMessage(message: LanguageRequest): void {
    this.received.push(structuredClone(message));
    queueMicrotask(() => !this.ended && this.#take(structuredClone(message)));
  }

  give(message: LanguageReply): void {
    if (!this.ended) this.onmessage?.(new MessageEvent("message", { data: structuredClone(message) }));
  }

  terminate(): void {
    this.ended = true;
  }
}

/** A worker that never answers. */
class Silent extends Near {
  override postMessage(message: LanguageRequest): void {
    this.received.push(message);
  }
}

const open: Language[] = [];
afterEach(() => {
  for (const language of open.splice(0)) language.dispose();
});

function page(make: () => Near = () => new Near(), patience?: number) {
  const workers: Near[] = [];
  const said: string[] = [];
  const language = createLanguage({
    start: () => {
      const worker = make();
      workers.push(worker);
      return worker;
    },
    trouble: (text) => said.push(text),
    ...(patience === undefined ? {} : { patience }),
  });
  open.push(language);
  return { language, workers, said };
}

const text = (source: string, version = 1, id = "a"): TextVersion => ({ id, version, text: () => source });

describe("the language worker", () => {
  it("answers with the analyser's result for the latest context", async () => {
    const { language } = page();
    const source = "app.integrations.whatsapp.send_message({ to = ";
    const at = { start: source.length, end: source.length };
    const before = await language.ask("complete", text(source), at);
    language.know({ accounts: { whatsapp: ["shop"] }, data: { whatsapp: WORLD } });
    const after = await language.ask("complete", text(source), at);
    const labels = (items: typeof after) => items?.map(({ label }) => label);
    expect(labels(before)).not.toContain('"4915112345678"');
    expect(labels(after)).toContain('"4915112345678"');
    const marks = await language.ask(
      "diagnostics",
      text("app.integrations.whatsapp.shopp.list_contacts()", 2),
    );
    expect(marks?.map(({ code }) => code)).toContain("unknown-account");
    // Without any account it does not list a "default" that nobody has.
    language.know({ accounts: {}, data: {} });
    const none = await language.ask(
      "diagnostics",
      text("app.integrations.whatsapp.sales.list_contacts()", 3),
    );
    expect(none?.map(({ message }) => message)).toContain("There is no WhatsApp Business account `sales`.");
  });

  it("gets a text once for all requests about it", async () => {
    const { language, workers } = page();
    await Promise.all([language.ask("outline", text("x = 1")), language.ask("folds", text("x = 1"))]);
    await language.ask("outline", text("x = 2", 2));
    expect(workers[0]?.received.filter(({ kind }) => kind === "text")).toHaveLength(2);
  });

  it("keeps two texts apart if requests alternate", async () => {
    const { language } = page();
    const names = async (source: string, id: string) =>
      (await language.ask("outline", text(source, 1, id)))?.map(({ name }) => name);
    const found = await Promise.all([
      names("function a() end", "a"),
      names("function b() end", "b"),
      names("function a() end", "a"),
    ]);
    expect(found).toEqual([["a"], ["b"], ["a"]]);
  });

  it("drops an answer about a text that has since changed", async () => {
    const { language } = page();
    const old = language.ask("outline", text("function old() end", 1));
    const now = language.ask("outline", text("function now() end", 2));
    expect(await old).toBeNull();
    expect((await now)?.map(({ name }) => name)).toEqual(["now"]);
  });

  it("keeps late completions, which the editor filters by what was typed since", async () => {
    const { language } = page();
    const source = "string.";
    const late = language.ask("complete", text(source, 1), { start: source.length, end: source.length });
    await language.ask("outline", text("string.f", 2));
    expect((await late)?.map(({ label }) => label)).toContain("format");
  });

  it("reports its death, restarts and still knows the context", async () => {
    const { language, workers, said } = page();
    language.know({ accounts: { whatsapp: ["shop"] }, data: {} });
    await language.ask("outline", text("x = 1"));
    const lost = language.ask("outline", text("x = 1"));
    workers[0]?.onerror?.(Object.assign(new Event("error"), { message: "out of memory" }) as ErrorEvent);
    expect(await lost).toBeNull();
    expect(said).toEqual(["Editor assistance stopped (out of memory) and restarted."]);
    const marks = await language.ask(
      "diagnostics",
      text("app.integrations.whatsapp.shop.list_contacts()", 2),
    );
    expect(marks?.filter(({ code }) => code === "unknown-account")).toEqual([]);
    expect(workers).toHaveLength(2);
  });

  it("gives up on a worker that does not answer, and after a few of them on restarting", async () => {
    const { language, workers, said } = page(() => new Silent(), 1);
    for (let version = 1; version <= 5; version++)
      expect(await language.ask("outline", text("x = 1", version))).toBeNull();
    expect(workers).toHaveLength(3);
    expect(workers.every(({ ended }) => ended)).toBe(true);
    expect(said.at(-1)).toContain("Reload the page to restore it");
  });

  it("reports a failure of the analyser once and continues", async () => {
    const { language, workers, said } = page(() => new Silent());
    for (const id of [1, 2]) {
      const asked = language.ask("outline", text("x = 1", id));
      workers[0]?.give({ kind: "failed", id, reason: "a is undefined" });
      expect(await asked).toBeNull();
    }
    expect(said).toHaveLength(1);
    expect(workers[0]?.ended).toBe(false);
  });
});
