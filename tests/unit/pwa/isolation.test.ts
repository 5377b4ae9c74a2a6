import { describe, expect, it } from "vitest";
import { withIsolation } from "../../../src/pwa/isolation";

const kept = (headers: Record<string, string> = {}) => new Response("<h1>Here</h1>", { headers });

describe("on a host that sends no headers", () => {
  it("a page and a worker's script get isolation headers and are otherwise unchanged", async () => {
    for (const path of ["/", "/teams/play/index.html", "/assets/language-worker-1.js"]) {
      const answer = withIsolation(kept({ "Content-Type": "text/html" }), path);
      expect(answer.headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
      expect(answer.headers.get("Cross-Origin-Embedder-Policy")).toBe("require-corp");
      expect(answer.headers.get("Content-Type")).toBe("text/html");
      expect(await answer.text()).toBe("<h1>Here</h1>");
    }
  });

  it("headers that the host sends are kept", () => {
    const answer = withIsolation(kept({ "Cross-Origin-Embedder-Policy": "credentialless" }), "/");
    expect(answer.headers.get("Cross-Origin-Embedder-Policy")).toBe("credentialless");
  });

  it("the embed gets headers that let the page preview it, and keeps its opener", () => {
    const { headers } = withIsolation(kept(), "/teams/play/embed.html");
    expect(headers.get("Cross-Origin-Embedder-Policy")).toBe("require-corp");
    expect(headers.has("Cross-Origin-Opener-Policy")).toBe(false);
  });
});
