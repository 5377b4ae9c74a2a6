import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { deferred } from "../../src/shared/deferred";

const MONACO = /\/assets\/monaco-[^/]*\.js$/;

/** The app as a person uses it: by roles and names. */
export class AppPage {
  readonly editor: Locator;
  readonly output: Locator;
  readonly docs: Locator;
  readonly phone: Locator;
  readonly calls: Locator;
  readonly accounts: Locator;
  /** What the page says of the run: the toolbar while it runs, the console when it has ended. */
  readonly status: Locator;
  readonly #fullEditorWanted = deferred<void>();

  constructor(readonly page: Page) {
    this.editor = page.getByRole("region", { name: "Script", exact: true }).getByRole("textbox");
    this.output = page.getByRole("log", { name: "Output" });
    this.docs = page.getByRole("tabpanel", { name: "Docs" });
    this.phone = page.getByRole("tabpanel", { name: "Phone" });
    this.calls = page.getByRole("tabpanel", { name: "Calls" });
    this.accounts = page.getByRole("tabpanel", { name: "Accounts" });
    this.status = page.locator(".console-end-line, .status-words").last();
  }

  /** Opens the page; the plain editor at least is there then. */
  async open(address = ""): Promise<void> {
    await this.page.goto(address);
    // Not "visible": the field that Monaco takes keys by has no size while it is out of focus.
    await expect(this.editor.first()).toBeAttached();
  }

  /** Keeps Monaco away until `fullEditor` is called, as a slow line does. */
  async withoutFullEditor(): Promise<void> {
    await this.page.route(MONACO, async (route) => {
      await this.#fullEditorWanted.promise;
      await route.continue();
    });
  }

  /** Waits until Monaco has taken the plain editor's place. */
  async fullEditor(): Promise<void> {
    this.#fullEditorWanted.resolve();
    await expect(this.page.getByRole("textbox", { name: /^Lua script\. / })).toBeAttached();
    await expect(this.editor).toHaveCount(1);
  }

  /** The toolbar's Run. */
  runButton(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: /^Run/ });
  }

  /** The toolbar's Stop. */
  stopButton(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: "Stop" });
  }

  /** Opens a script as a file, which selects it. */
  async script(source: string, name = "test.lua"): Promise<void> {
    const file = { name, mimeType: "text/x-lua", buffer: Buffer.from(source) };
    await this.page.locator('input[type=file][aria-label="Open .lua files"]').setInputFiles(file);
    await expect(this.page.locator(".script-row.is-current .row-main")).toHaveText(name);
  }

  /** Drops a file on the page. */
  async drop(name: string, content: string): Promise<void> {
    await this.page.evaluate(
      ([named, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], named));
        const event = { dataTransfer, bubbles: true, cancelable: true };
        for (const type of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, event));
      },
      [name, content] as const,
    );
  }

  /** Puts a text in the place of the script that is open. */
  async write(source: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.insertText(source);
  }

  /** Opens a script and presses Run. */
  async run(source: string, name = "test.lua"): Promise<void> {
    await this.script(source, name);
    await this.runButton().click();
  }

  /** Waits for the end of a run that succeeds. */
  async finished(): Promise<void> {
    await expect(this.status).toContainText("Finished in");
  }

  /** Waits for the end of a run that fails. */
  async failed(message: string | RegExp): Promise<void> {
    await expect(this.status).toContainText("Failed");
    await expect(this.errorBlock()).toContainText(message);
  }

  /** The console's block about an error. */
  errorBlock(): Locator {
    return this.page.getByRole("region", { name: "The script ended with an error" });
  }

  /** Chooses a command of the page's menu. */
  async menu(item: string): Promise<void> {
    await this.page.getByRole("button", { name: "Menu", exact: true }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** Brings a tab of the side pane to the front. */
  async tab(name: "Lesson" | "Docs" | "Phone" | "Calls" | "Accounts"): Promise<Locator> {
    const tab = this.page.getByRole("tab", { name: new RegExp(`^${name}`) });
    // In mock, without an account, the accounts are in the menu only.
    if (name === "Accounts" && !(await tab.isVisible())) await this.menu("Show accounts");
    else await tab.click();
    const panel = this.page.getByRole("tabpanel", { name });
    await expect(panel).toBeVisible();
    return panel;
  }

  /** The rows of the calls tab. */
  async callRows(): Promise<Locator> {
    const panel = await this.tab("Calls");
    return panel.getByRole("region", { name: "Calls of the last run" }).locator(".calls-row");
  }

  /** Adds an account through the form. */
  async addAccount(account: AccountInput): Promise<void> {
    const panel = await this.tab("Accounts");
    await panel.getByRole("button", { name: "Add account" }).click();
    const form = panel.getByRole("form", { name: "New account" });
    await form.getByRole("textbox", { name: "Name" }).fill(account.name);
    await form.getByLabel("Access token").fill(account.token);
    await form.getByLabel("Phone number ID").fill(account.phoneNumberId ?? "106540352242922");
    if (account.wabaId !== undefined) await form.getByLabel(/Business Account ID/).fill(account.wabaId);
    if (account.baseUrl !== undefined) await form.getByLabel(/Base URL/).fill(account.baseUrl);
    await form.getByRole("button", { name: "Save" }).click();
    await expect(panel.getByRole("heading", { name: account.name, exact: true })).toBeVisible();
  }

  /** Changes settings through the dialog, then closes it. */
  async settings(change: (dialog: Locator) => Promise<void>): Promise<void> {
    await this.menu("Settings");
    const dialog = this.page.getByRole("dialog", { name: "Settings" });
    await change(dialog);
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
  }

  /** Everything the page shows or hides, form values too, and everything this origin keeps. */
  async everything(): Promise<string> {
    return this.page.evaluate(async () => {
      const text = (value: unknown): string => {
        if (typeof value === "string") return value;
        if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
        if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
        if (Array.isArray(value)) return value.map(text).join(" ");
        if (typeof value === "object" && value !== null)
          return Object.entries(value)
            .map(([key, each]) => `${key} ${text(each)}`)
            .join(" ");
        return String(value);
      };
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const kept: string[] = [];
      for (const { name } of await indexedDB.databases()) {
        if (name === undefined) continue;
        const database = await asked(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          const records = database.transaction(store).objectStore(store);
          kept.push(text(await asked(records.getAll())), text(await asked(records.getAllKeys())));
        }
        database.close();
      }
      const values = Array.from(document.querySelectorAll("input, textarea, select"), (field) =>
        "value" in field ? String(field.value) : "",
      );
      return [
        document.documentElement.outerHTML,
        ...values,
        ...kept,
        text({ ...localStorage }),
        text({ ...sessionStorage }),
        location.href,
        document.cookie,
      ].join("\n");
    });
  }
}

export interface AccountInput {
  readonly name: string;
  readonly token: string;
  readonly phoneNumberId?: string;
  readonly wabaId?: string;
  readonly baseUrl?: string;
}

interface Options {
  /** What is opened, as `?lesson=first-call`; `null` leaves that to the test. */
  address: string | null;
  /** Whether Monaco comes by itself: it takes as much of the processor as all the rest, and most tests are about the rest. */
  monaco: "comes" | "if asked for";
}

/** Playwright's `test` with the opened page in `app`; an error that nothing caught fails the test. */
export const test = base.extend<{ app: AppPage } & Options>({
  address: ["", { option: true }],
  monaco: ["if asked for", { option: true }],
  app: async ({ page, address, monaco }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    const app = new AppPage(page);
    if (monaco === "if asked for") await app.withoutFullEditor();
    if (address !== null) await app.open(address);
    await use(app);
    expect(errors).toEqual([]);
  },
});

export { expect };
