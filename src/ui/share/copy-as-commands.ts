/** The current script, or what its last run returned, onto the clipboard in some form. */
import { messageOf } from "../../shared/message-of";
import type { PageState } from "../commands/command";
import { copyText } from "../panes/shared/clipboard";

type Forms = typeof import("../../share/copy-as");

/** Returns a command that copies the script in a form of `share/copy-as`. `what` names it in the notice. */
export function copyAs(form: keyof Forms, what: string): (page: PageState) => void {
  return (page) =>
    copy(page, what, async (script) => {
      const forms: Forms = await import("../../share/copy-as");
      return forms[form](script);
    });
}

/** Copies HTML that shows the script on another site's page, with the simulated world if something has happened in it. */
export function copyEmbed(page: PageState): void {
  const { world } = page.playground;
  copy(page, "an embed; paste it into a page’s HTML", async (script) => {
    const [{ linkFragment }, { embedSnippet }] = await Promise.all([
      import("../../share/link"),
      import("../../share/embed-snippet"),
    ]);
    const shared = { ...script, world: world.pristine.peek() ? null : world.world.peek() };
    const address = new URL("embed.html", new URL(".", location.href)).href;
    return embedSnippet(address, await linkFragment(shared), script.name, script.source);
  });
}

/** Copies the result object of the last run as JSON. */
export function copyResult(page: PageState): void {
  const last = page.playground.run.result();
  if (last === null) inform(page, "There is no result yet. Run the script, then copy it.");
  else copy(page, "the result object", async () => `${JSON.stringify(last, null, 2)}\n`);
}

/** Copies the last call's request as a `curl` command. Its token is a shell variable. */
export function copyCurl(page: PageState): void {
  const last = page.playground.run.calls.peek().findLast(({ request }) => request !== null);
  const request = last?.request ?? null;
  if (request === null) {
    inform(page, "There is no request yet. Run a script that makes a call.");
    return;
  }
  copy(page, "curl; put the token into its variable", async () => {
    const { toCurl } = await import("../../gateway/live/curl");
    return toCurl(request, last?.group ?? undefined);
  });
}

function inform({ playground }: PageState, text: string): void {
  playground.notices.info(text);
}

function copy(
  { playground }: PageState,
  what: string,
  make: (script: { readonly name: string; readonly source: string }) => Promise<string>,
): void {
  const { notices, scripts } = playground;
  const { name, source } = scripts.current.peek();
  const begin = async () => {
    const text = await make({ name, source });
    if (await copyText(notices, text)) notices.success(`Copied as ${what}.`);
  };
  begin().catch((error: unknown) =>
    notices.error(`${name} was not copied (${messageOf(error)}). Try again.`),
  );
}
