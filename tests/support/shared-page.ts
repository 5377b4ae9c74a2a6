import { AppPage, test as appTest, expect } from "./app-page";

/**
 * `test` with a page that is opened once and shared by the tests of a worker: opening it with its editor costs more than
 * most of them. For tests that open scripts of their own and leave nothing else behind.
 */
export const test = appTest.extend<object, { shared: AppPage }>({
  shared: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, serviceWorkers } = project.use;
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(viewport === undefined ? {} : { viewport }),
        ...(serviceWorkers === undefined ? {} : { serviceWorkers }),
      });
      const app = new AppPage(await context.newPage());
      await app.open();
      await app.fullEditor();
      await use(app);
      await context.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  page: ({ shared }, use) => use(shared.page),
  app: async ({ shared }, use) => {
    const errors: string[] = [];
    const note = (error: Error) => errors.push(String(error));
    shared.page.on("pageerror", note);
    await use(shared);
    shared.page.off("pageerror", note);
    expect(errors).toEqual([]);
  },
});

export { expect };
