import { type AppPage, test as appTest, expect } from "./app-page";
import type { Fault } from "./faults";
import { type GraphServer, startGraphServer } from "./graph-server";

/** The app in live mode, with an account on a real HTTP server of another origin. */
export class LivePage {
  constructor(
    readonly app: AppPage,
    readonly server: GraphServer,
  ) {}

  /** Saves an account that reaches the server, or meets a fault at each request, and switches to live. */
  async begin(fault?: Fault, token = this.server.account.token): Promise<void> {
    const { phone_number_id: phoneNumberId, waba_id: wabaId } = this.server.account;
    const baseUrl = this.server.baseUrl(fault);
    await this.app.addAccount({ name: "shop", token, phoneNumberId, wabaId, baseUrl });
    await this.switchOn();
  }

  /** Presses Live. */
  async switchOn(): Promise<void> {
    await this.app.page.getByRole("radio", { name: "Live", exact: true }).click();
    await expect(this.app.page.getByText("Calls reach real people.")).toBeVisible();
  }

  /** The question before a live write. */
  question() {
    return this.app.page.getByRole("dialog", { name: /^Send from the account “shop”\?$/ });
  }

  /** Requests of a method that arrived since the server started. */
  arrived(method: "GET" | "POST" | "OPTIONS"): number {
    return this.server.received.filter((request) => request.method === method).length;
  }
}

/** `test` with a graph server of its own and the app in `live`. */
export const test = appTest.extend<{ server: GraphServer; live: LivePage }>({
  // Keeping it away would put Playwright between page and server, which then answers preflights itself.
  monaco: "comes",
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of needed fixtures here
  server: async ({}, use) => {
    const server = await startGraphServer();
    await use(server);
    await server.close();
  },
  live: async ({ app, server }, use) => use(new LivePage(app, server)),
});

export { expect };
