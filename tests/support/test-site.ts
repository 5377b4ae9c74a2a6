import { rm } from "node:fs/promises";
import { buildPage } from "../../tools/build-page";
import type { TestConfig } from "../../tools/engines/report";
import { startGraphServer } from "./graph-server";
import { LIVE_ACCOUNTS } from "./live-cases";
import { serveDist } from "./static-server";
import { startWatchedServer } from "./watched-server";

/** The box's test page, served, with the servers its cases talk to. */
export interface TestSite {
  /** The test page's address (`tools/engines/page`). */
  readonly url: string;
  /** What the page's `startTests` and `openTests` take. */
  readonly config: TestConfig;
  /** Requests that left the box so far; there must be none. */
  readonly escaped: readonly string[];
  close(): Promise<void>;
}

/** Builds the test page into a folder of its own and serves it as an isolated page. */
export async function startTestSite(): Promise<TestSite> {
  const folder = await buildPage("engines");
  const site = await serveDist({ headers: "isolated", folder });
  const graph = await startGraphServer();
  const watched = await startWatchedServer();
  const { token, ...fields } = graph.account;
  const baseUrls = Object.fromEntries(
    LIVE_ACCOUNTS.map(({ name, fault }) => [name, graph.baseUrl(fault ?? undefined)]),
  );
  return {
    url: `${site.url}index.html`,
    config: { only: "", graph: { baseUrls, token, fields }, target: watched.url },
    escaped: watched.requests,
    close: async () => {
      await Promise.all([site.close(), graph.close(), watched.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
